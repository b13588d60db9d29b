// What given statements are linked to: their speaker, topics, hearer, place, report, and the statements that they quote or that quote them.
UNWIND $ids AS id
MATCH (statement:Statement {id: id})-[link]-(other)
WHERE type(link) IN $types AND NOT other:Date AND other.id IS NOT NULL
RETURN id, other.id AS other, type(link) AS type, startNode(link) = statement AS outgoing, null AS mention
ORDER BY id, type, other
