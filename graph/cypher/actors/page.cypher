// One page of actors by name, those that were judged to be one only once.
MATCH (actor:Actor)
USING INDEX actor:Actor(name, id)
WHERE actor.name >= $after_name AND actor.id > ''
  AND CASE WHEN actor.name = $after_name THEN actor.id > $after_id ELSE true END
  AND actor.canonical = actor.id
  AND ($words IS NULL OR any(name IN actor.folded_names WHERE name CONTAINS $words))
  AND ($kinds IS NULL OR actor.kind IN $kinds)
  AND ($side IS NULL OR toLower(actor.side) = $side)
RETURN actor {.id, .name, .kind, .aliases, .side, .wikidata, .canonical} AS actor
ORDER BY actor.name, actor.id LIMIT $limit
