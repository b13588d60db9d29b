// Statements by id, each with its speaker, topics and report.
// Only they have a label: with others a plan made while the graph was small would begin elsewhere.
UNWIND $ids AS id
MATCH (statement:Statement {id: id})
USING INDEX SEEK statement:Statement(id)
MATCH (statement)-[reported:REPORTED_IN]->(report)
MATCH (speaker)-[:SAID|THINKS]->(statement)
RETURN statement {.*} AS statement, reported.start AS evidence_start, reported.end AS evidence_end,
       speaker {.id, .name, .kind} AS speaker,
       COLLECT { MATCH (statement)-[:ABOUT]->(thing)
                 RETURN {id: thing.id, name: thing.name, kind: CASE WHEN thing:Place THEN 'Place' ELSE thing.kind END}
                 ORDER BY thing.name, thing.id } AS about,
       head(COLLECT { MATCH (statement)-[:TOLD_TO]->(hearer) RETURN hearer {.id, .name, .kind} }) AS told_to,
       head(COLLECT { MATCH (statement)-[:SAID_AT]->(place) RETURN {id: place.id, name: place.name, kind: 'Place'} }) AS said_at,
       COLLECT { MATCH (statement)-[:QUOTES]->(inner) RETURN inner.id ORDER BY inner.id } AS quotes,
       head(COLLECT { MATCH (outer)-[:QUOTES]->(statement) RETURN outer.id ORDER BY outer.id }) AS quoted_by,
       report {.id, .ref, .title, .url, .published_start} AS report,
       head(COLLECT { MATCH (report)-[:PUBLISHED_BY]->(source) RETURN source.name }) AS source
