// A mention of an event is one node.
CREATE CONSTRAINT event_mention_id IF NOT EXISTS FOR (mention:EventMention) REQUIRE mention.id IS UNIQUE
