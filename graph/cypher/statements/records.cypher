// Statements by id, each with its speaker, topics and report.
UNWIND $ids AS id
MATCH (statement:Statement {id: id})-[reported:REPORTED_IN]->(report:Report)
MATCH (speaker:Actor)-[:SAID|THINKS]->(statement)
RETURN statement {.*} AS statement, reported.start AS evidence_start, reported.end AS evidence_end,
       speaker {.id, .name, .kind} AS speaker,
       COLLECT { MATCH (statement)-[:ABOUT]->(thing)
                 RETURN {id: thing.id, name: thing.name, kind: CASE WHEN thing:Place THEN 'Place' ELSE thing.kind END}
                 ORDER BY thing.name, thing.id } AS about,
       head(COLLECT { MATCH (statement)-[:TOLD_TO]->(hearer:Actor) RETURN hearer {.id, .name, .kind} }) AS told_to,
       head(COLLECT { MATCH (statement)-[:SAID_AT]->(place:Place) RETURN {id: place.id, name: place.name, kind: 'Place'} }) AS said_at,
       COLLECT { MATCH (statement)-[:QUOTES]->(inner:Statement) RETURN inner.id ORDER BY inner.id } AS quotes,
       head(COLLECT { MATCH (outer:Statement)-[:QUOTES]->(statement) RETURN outer.id ORDER BY outer.id }) AS quoted_by,
       report {.id, .ref, .title, .url, .published_start} AS report,
       head(COLLECT { MATCH (report)-[:PUBLISHED_BY]->(source:Source) RETURN source.name }) AS source
