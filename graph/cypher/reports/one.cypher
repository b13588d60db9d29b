// One report, without its text.
MATCH (report:Report {id: $id}) WHERE report.status = 'active'
RETURN report {.id, .ref, .title, .url, .language, .published_start, .published_end, .published_basis} AS report,
       head(COLLECT { MATCH (report)-[:PUBLISHED_BY]->(source:Source) RETURN source {.id, .name} }) AS source,
       COUNT { (report)<-[:REPORTED_IN]-(:Statement) } AS statement_count, COUNT { (report)-[:MENTIONS]->() } AS mention_count
