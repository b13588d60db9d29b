// The actor or place of an id.
OPTIONAL MATCH (actor:Actor {id: $id})
OPTIONAL MATCH (place:Place {id: $id})
WITH coalesce(actor, place) AS node WHERE node IS NOT NULL
RETURN node.id AS id, node.name AS name, CASE WHEN node:Place THEN 'Place' ELSE node.kind END AS kind, node.canonical AS canonical,
       COUNT { (node)-[:SAID]->() } AS said_count, COUNT { (node)<-[:ABOUT]-() } AS about_count,
       COUNT { (node)<-[:MENTIONS]-() } AS mention_count
