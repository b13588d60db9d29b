// One page of the statements of given speakers, by day: ids in order.
UNWIND $speakers AS speaker
UNWIND $windows AS window
CALL (speaker, window) {
  MATCH (statement:Statement)
  USING INDEX SEEK statement:Statement(speaker, extent, day, id)
  WHERE statement.id > '' AND statement.speaker = speaker AND statement.extent = window.extent
    AND statement.day >= window.from AND statement.day <= $until AND statement.last_day >= $since
    AND CASE WHEN statement.day = $after_day THEN statement.id > $after_id ELSE true END
    AND (NOT $told OR statement.said_start IS NOT NULL)
    AND ($attitudes IS NULL OR statement.attitude IN $attitudes)
    AND ($modes IS NULL OR statement.mode IN $modes)
    AND ($acts IS NULL OR statement.act IN $acts)
    AND ($min_confidence IS NULL OR statement.confidence >= $min_confidence)
    AND ($words IS NULL OR toLower(statement.content) CONTAINS $words)
    AND ($side IS NULL OR EXISTS { (statement)<-[:SAID|THINKS]-(who:Actor) WHERE toLower(who.side) = $side })
    AND ($said_at IS NULL OR EXISTS { (statement)-[:SAID_AT]->(place:Place) WHERE place.id IN $said_at })
    AND ($told_to IS NULL OR EXISTS { (statement)-[:TOLD_TO]->(hearer:Actor) WHERE hearer.canonical IN $told_to })
    AND ($source IS NULL OR EXISTS { (statement)-[:REPORTED_IN]->(:Report)-[:PUBLISHED_BY]->(:Source {id: $source}) })
  RETURN statement.day AS day, statement.id AS id
  ORDER BY statement.speaker, statement.extent, statement.day, statement.id LIMIT $limit
}
RETURN DISTINCT day, id ORDER BY day, id LIMIT $limit
