// One page of the statements of given speakers about given things (a town and all within it), by day: ids in order.
UNWIND $things AS thing
UNWIND $speakers AS speaker
UNWIND $windows AS window
CALL (thing, speaker, window) {
  // Without its label: a plan made while the graph was small would scan all statements.
  MATCH (statement)-[about:ABOUT]->()
  USING INDEX SEEK about:ABOUT(thing, speaker, extent, day, statement)
  WHERE about.statement > '' AND about.thing = thing AND about.speaker = speaker AND about.extent = window.extent
    AND about.day >= window.from AND about.day <= $until AND about.last_day >= $since
    AND CASE WHEN about.day = $after_day THEN about.statement > $after_id ELSE true END
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
    AND all(others IN $other_things WHERE EXISTS { (statement)-[other:ABOUT]->() WHERE other.thing IN others })
  RETURN about.day AS day, about.statement AS id
  ORDER BY about.thing, about.speaker, about.extent, about.day, about.statement LIMIT $limit
}
RETURN DISTINCT day, id ORDER BY day, id LIMIT $limit
