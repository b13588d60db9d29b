// Writes statements of a report, each with its speaker, report and day. Beliefs and plans were never SAID: their actor THINKS them.
UNWIND $rows AS row
MATCH (report:Report {id: row.report})
MATCH (speaker:Actor {id: row.speaker})
CREATE (statement:Statement {id: row.id})
SET statement += row.properties, statement.said_start = date(row.said_start), statement.said_end = date(row.said_end)
CREATE (statement)-[:REPORTED_IN {start: row.start, end: row.end}]->(report)
FOREACH (_ IN CASE WHEN row.spoken THEN [1] ELSE [] END | CREATE (speaker)-[:SAID]->(statement))
FOREACH (_ IN CASE WHEN row.spoken THEN [] ELSE [1] END | CREATE (speaker)-[:THINKS]->(statement))
WITH statement, row
CALL (statement, row) {
  MATCH (date:Date {edtf: row.said_on})
  CREATE (statement)-[:SAID_ON]->(date)
}
CALL (statement, row) {
  MATCH (actor:Actor {id: row.told_to})
  CREATE (statement)-[:TOLD_TO]->(actor)
}
CALL (statement, row) {
  MATCH (place:Place {id: row.said_at})
  CREATE (statement)-[:SAID_AT]->(place)
}
