// Nodes of any kind by id, as a graph shows them; a statement with its evidence, an event with that of the earliest report that tells it.
UNWIND $ids AS id
MATCH (node:Actor|Place|Statement|Report|Source|Event {id: id})
RETURN node.id AS id,
       CASE WHEN node:Actor THEN node.kind ELSE head([label IN labels(node) WHERE label IN ['Place', 'Statement', 'Report', 'Source', 'Event']]) END AS kind,
       coalesce(node.content, node.summary, node.name, node.title, node.ref) AS name,
       coalesce(node.day, toString(node.published_start)) AS day,
       head(COLLECT { MATCH (node)-[reported:REPORTED_IN]->(report:Report)
                      RETURN {report: report.id, start: reported.start, end: reported.end, text: node.evidence} AS evidence
                      UNION ALL
                      MATCH (node)<-[:MENTION_OF]-(told:EventMention)-[reported:REPORTED_IN]->(report:Report)
                      WITH told, reported, report ORDER BY coalesce(toString(report.published_start), '~'), report.id, reported.start LIMIT 1
                      RETURN {report: report.id, start: reported.start, end: reported.end, text: told.evidence} AS evidence }) AS evidence,
       COUNT { (node)--() } AS degree, node.feature AS feature
