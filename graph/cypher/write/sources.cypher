// Writes publishers; one that reports spell in several ways has the first of its names.
UNWIND $rows AS row
MERGE (source:Source {id: row.id})
ON CREATE SET source.name = row.name, source.kind = row.kind
WITH source, row WHERE row.name < source.name
SET source.name = row.name
