// Links reports to their publisher and their publication date, and drops links that no longer hold.
UNWIND $rows AS row
MATCH (report:Report {id: row.id})
CALL (report, row) {
  MATCH (report)-[old:PUBLISHED_BY]->(source:Source) WHERE row.source IS NULL OR source.id <> row.source
  DELETE old
}
CALL (report, row) {
  MATCH (report)-[old:PUBLISHED_ON]->(date:Date) WHERE row.date IS NULL OR date.edtf <> row.date
  DELETE old
}
CALL (report, row) {
  MATCH (source:Source {id: row.source})
  MERGE (report)-[link:PUBLISHED_BY]->(source)
  SET link.name = row.source_name
}
CALL (report, row) {
  MATCH (date:Date {edtf: row.date})
  MERGE (report)-[:PUBLISHED_ON]->(date)
}
