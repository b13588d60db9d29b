// Nodes of any kind by id, as a graph shows them; a statement and what names a thing with the characters that say so.
UNWIND $ids AS id
MATCH (node:Actor|Place|Statement|Report|Source {id: id})
RETURN node.id AS id,
       CASE WHEN node:Actor THEN node.kind WHEN node:Place THEN 'Place' WHEN node:Statement THEN 'Statement' WHEN node:Report THEN 'Report' ELSE 'Source' END AS kind,
       CASE WHEN node:Statement THEN node.content WHEN node:Report THEN coalesce(node.title, node.ref) ELSE node.name END AS name,
       CASE WHEN node:Statement THEN node.day WHEN node:Report THEN toString(node.published_start) END AS day,
       head(COLLECT { MATCH (node)-[reported:REPORTED_IN]->(report:Report)
                      RETURN {report: report.id, start: reported.start, end: reported.end, text: node.evidence} }) AS evidence,
       COUNT { (node)--() } AS degree, node.feature AS feature
