// Finds actors and places by any known spelling, folded.
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (thing:Actor|Place) ON EACH [thing.folded_names] OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword'}}
