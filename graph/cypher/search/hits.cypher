// What holds the words that are looked for, the best first, out of a bounded number of the best hits.
CALL db.index.fulltext.queryNodes('search', $query, {limit: $hit_limit}) YIELD node, score
WITH node, score
WHERE CASE WHEN $after_score IS NULL THEN true WHEN score = $after_score THEN node.id > $after_id ELSE score < $after_score END
WITH node, score ORDER BY score DESC, node.id LIMIT $limit
RETURN node.id AS id, score, coalesce(node.name, node.summary) AS name, coalesce(node.aliases, []) AS aliases,
       CASE WHEN node:Statement THEN 'Statement' WHEN node:Event THEN 'Event' WHEN node:Place THEN 'Place' ELSE node.kind END AS kind
ORDER BY score DESC, id
