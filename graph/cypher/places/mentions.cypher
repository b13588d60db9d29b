// Where reports name a place: the newest report first, once a report, out of a bounded number looked at.
MATCH (:Place {id: $id})<-[mention:MENTIONS]-(report:Report)
WITH mention, report LIMIT $look_limit
ORDER BY mention.start
WITH report, head(collect(mention)) AS mention
ORDER BY coalesce(toString(report.published_start), '') DESC, report.id LIMIT $limit
RETURN report {.id, .ref, .title, .url, .published_start} AS report,
       head(COLLECT { MATCH (report)-[:PUBLISHED_BY]->(source:Source) RETURN source.name }) AS source,
       mention {.start, .end, .surface, .reason} AS mention
