// Finds the mentions that may tell one event, by day: flat as a town's events grow.
CREATE RANGE INDEX event_mention_block_extent_day IF NOT EXISTS FOR (mention:EventMention) ON (mention.block, mention.extent, mention.day)
