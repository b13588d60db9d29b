// What reports are called, to suggest one where a name is not known.
MATCH (report:Report) WHERE report.status <> 'withdrawn'
UNWIND [report.ref, report.id, report.url] AS name
WITH DISTINCT name WHERE name IS NOT NULL
RETURN name ORDER BY name LIMIT $limit
