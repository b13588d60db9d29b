// What a report contributed when it was last loaded: its statements with their fingerprints, its mentions, and all it leans on.
UNWIND $ids AS id
MATCH (report:Report {id: id})
RETURN report.id AS id,
       COLLECT { MATCH (statement:Statement)-[:REPORTED_IN]->(report) RETURN [statement.id, statement.fingerprint] } AS statements,
       COLLECT { MATCH (report)-[mention:MENTIONS]->(thing) RETURN [thing.id, mention.start, mention.end, mention.name, mention.reason] } AS mentions,
       COLLECT { MATCH (report)-[:MENTIONS]->(actor:Actor) RETURN DISTINCT actor.id
                 UNION MATCH (report)<-[:REPORTED_IN]-(:Statement)-[:ABOUT|TOLD_TO]->(actor:Actor) RETURN DISTINCT actor.id
                 UNION MATCH (report)<-[:REPORTED_IN]-(:Statement)<-[:SAID|THINKS]-(actor:Actor) RETURN DISTINCT actor.id } AS actors,
       COLLECT { MATCH (report)-[:MENTIONS]->(place:Place) RETURN DISTINCT place.id
                 UNION MATCH (report)<-[:REPORTED_IN]-(:Statement)-[:ABOUT|SAID_AT]->(place:Place) RETURN DISTINCT place.id } AS places,
       COLLECT { MATCH (report)-[:PUBLISHED_ON]->(date:Date) RETURN DISTINCT date.edtf
                 UNION MATCH (report)<-[:REPORTED_IN]-(:Statement)-[:SAID_ON]->(date:Date) RETURN DISTINCT date.edtf } AS dates,
       COLLECT { MATCH (report)-[link:PUBLISHED_BY]->(source:Source) RETURN [source.id, link.name] } AS sources
