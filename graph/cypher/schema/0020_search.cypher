// Finds statements and events by their words, actors and places by their names.
CREATE FULLTEXT INDEX search IF NOT EXISTS FOR (node:Statement|Event|Actor|Place) ON EACH [node.content, node.summary, node.folded_names] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}}
