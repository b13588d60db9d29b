// Leaves of a report its own node, withdrawn and linked to nothing.
MATCH (report:Report {id: $id})
SET report.status = 'withdrawn'
WITH report
MATCH (report)-[link]-()
DELETE link
