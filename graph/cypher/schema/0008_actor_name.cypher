// Finds actors by their name in Neo4j Browser.
CREATE RANGE INDEX actor_name IF NOT EXISTS FOR (actor:Actor) ON (actor.name)
