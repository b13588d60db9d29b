// Actors and places that carry a spelling, folded, with how much is said by and about them: the likeliest first.
CALL db.index.fulltext.queryNodes('names', $query) YIELD node
WHERE $folded IN node.folded_names
RETURN node.id AS id, node.name AS name, CASE WHEN node:Place THEN 'Place' ELSE node.kind END AS kind, node.canonical AS canonical,
       COUNT { (node)-[:SAID]->() } AS said_count, COUNT { (node)<-[:ABOUT]-() } AS about_count,
       COUNT { (node)<-[:MENTIONS]-() } AS mention_count
ORDER BY about_count + said_count DESC, mention_count DESC, id
