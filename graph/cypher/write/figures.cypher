// Writes the figures of a report: in the statement and the mention that give them, else in the report, each at its characters.
UNWIND $rows AS row
MATCH (report:Report {id: row.report})
CREATE (figure:Figure {id: row.id})
SET figure += row.properties
WITH report, figure, row
CALL (figure, row) {
  MATCH (statement:Statement {id: row.statement})
  CREATE (figure)-[:GIVEN_IN {start: row.start, end: row.end}]->(statement)
}
CALL (figure, row) {
  MATCH (mention:EventMention {id: row.mention})
  CREATE (figure)-[:GIVEN_IN {start: row.start, end: row.end}]->(mention)
}
CALL (report, figure, row) {
  WITH report, figure, row WHERE row.statement IS NULL AND row.mention IS NULL
  CREATE (figure)-[:GIVEN_IN {start: row.start, end: row.end}]->(report)
}
CALL (figure, row) {
  UNWIND row.about AS id
  MATCH (actor:Actor {id: id})
  CREATE (figure)-[:ABOUT]->(actor)
}
CALL (figure, row) {
  UNWIND row.about AS id
  MATCH (place:Place {id: id})
  CREATE (figure)-[:ABOUT]->(place)
}
