// Where a report names each of the given actors and places, or tells of each event: the first one by id, out of a bounded number looked at.
UNWIND $ids AS id
MATCH (thing:Actor|Place|Event {id: id})
CALL (thing) {
  CALL (thing) {
    MATCH (thing)<-[mention:MENTIONS]-(report:Report) RETURN mention, report, mention.surface AS surface LIMIT $look_limit
    UNION ALL
    MATCH (thing)<-[:MENTION_OF]-(told:EventMention)-[mention:REPORTED_IN]->(report:Report)
    RETURN mention, report, told.evidence AS surface LIMIT $look_limit
  }
  RETURN mention, report, surface ORDER BY report.id, mention.start LIMIT 1
}
RETURN id, report {.id, .ref, .title, .url, .published_start} AS report,
       head(COLLECT { MATCH (report)-[:PUBLISHED_BY]->(source:Source) RETURN source.name }) AS source,
       {start: mention.start, end: mention.end, surface: surface} AS mention
