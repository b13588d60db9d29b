// Every relationship between nodes that reports contribute.
MATCH (one)-[link]->(other)
WHERE NOT one:IngestRun AND NOT (one:Report AND one.status <> 'active') AND NOT (other:Report AND other.status <> 'active')
RETURN coalesce(one.id, one.edtf) AS one, type(link) AS type, properties(link) AS properties, coalesce(other.id, other.edtf) AS other
