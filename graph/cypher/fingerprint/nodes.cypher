// Every node that reports contribute: no tombstone, no earlier revision, no record of a run or of a migration.
MATCH (node) WHERE NOT node:IngestRun AND NOT node:Migration AND NOT (node:Report AND node.status <> 'active')
RETURN labels(node) AS labels, properties(node) AS properties
