// An event is one node.
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (event:Event) REQUIRE event.id IS UNIQUE
