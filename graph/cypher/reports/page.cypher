// One page of reports by the day they were published, those without any day last.
CALL () {
  MATCH (report:Report)
  USING INDEX report:Report(published_start, id)
  WHERE $dated AND report.published_start >= date($from_day) AND report.id > ''
    AND ($until IS NULL OR report.published_start < date($until)) AND ($since IS NULL OR report.published_end > date($since))
    AND CASE WHEN toString(report.published_start) = $after_day THEN report.id > $after_id ELSE true END
    AND report.status = 'active'
    AND ($words IS NULL OR toLower(coalesce(report.title, '') + ' ' + report.ref) CONTAINS $words)
    AND ($source IS NULL OR EXISTS { (report)-[:PUBLISHED_BY]->(:Source {id: $source}) })
  RETURN report ORDER BY report.published_start, report.id LIMIT $limit
  UNION ALL
  MATCH (report:Report)
  WHERE $undated AND report.id > $after_undated_id AND report.published_start IS NULL
    AND report.status = 'active'
    AND ($words IS NULL OR toLower(coalesce(report.title, '') + ' ' + report.ref) CONTAINS $words)
    AND ($source IS NULL OR EXISTS { (report)-[:PUBLISHED_BY]->(:Source {id: $source}) })
  RETURN report ORDER BY report.id LIMIT $limit
}
WITH report ORDER BY coalesce(toString(report.published_start), '~'), report.id LIMIT $limit
RETURN report {.id, .ref, .title, .url, .language, .published_start, .published_end, .published_basis} AS report,
       head(COLLECT { MATCH (report)-[:PUBLISHED_BY]->(source:Source) RETURN source {.id, .name} }) AS source,
       COUNT { (report)<-[:REPORTED_IN]-(:Statement) } AS statement_count, COUNT { (report)-[:MENTIONS]->() } AS mention_count
ORDER BY coalesce(toString(report.published_start), '~'), report.id
