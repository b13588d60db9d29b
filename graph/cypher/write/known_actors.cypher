// What the graph holds of actors: whose cluster they are in, and the names of those known from text alone.
MATCH (actor:Actor) WHERE actor.id IN $ids
RETURN actor.id AS id, actor.canonical AS canonical, actor.derived AS derived, actor.fingerprint AS fingerprint,
       actor.name AS name, CASE WHEN actor.derived THEN actor.aliases ELSE [] END AS aliases
