// Links a report to its publisher and its publication date, and drops links that no longer hold.
MATCH (report:Report {id: $id})
CALL (report) {
  OPTIONAL MATCH (report)-[old:PUBLISHED_BY]->(source:Source) WHERE $source IS NULL OR source.id <> $source
  DELETE old
}
CALL (report) {
  OPTIONAL MATCH (report)-[old:PUBLISHED_ON]->(date:Date) WHERE $date IS NULL OR date.edtf <> $date
  DELETE old
}
CALL (report) {
  MATCH (source:Source {id: $source})
  MERGE (report)-[link:PUBLISHED_BY]->(source)
  SET link.name = $source_name
}
CALL (report) {
  MATCH (date:Date {edtf: $date})
  MERGE (report)-[:PUBLISHED_ON]->(date)
}
