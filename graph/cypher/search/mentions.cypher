// Where a report names each of the given actors and places: the first one by id, out of a bounded number looked at.
UNWIND $ids AS id
MATCH (thing:Actor|Place {id: id})
CALL (thing) {
  MATCH (thing)<-[mention:MENTIONS]-(report:Report)
  WITH mention, report LIMIT $look_limit
  RETURN mention, report ORDER BY report.id, mention.start LIMIT 1
}
RETURN id, report {.id, .ref, .title, .url, .published_start} AS report,
       head(COLLECT { MATCH (report)-[:PUBLISHED_BY]->(source:Source) RETURN source.name }) AS source,
       mention {.start, .end, .surface} AS mention
