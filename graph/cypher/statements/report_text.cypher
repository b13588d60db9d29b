// The text of the report that a statement stands in.
MATCH (:Statement {id: $id})-[:REPORTED_IN]->(report:Report)
RETURN report.text AS text
