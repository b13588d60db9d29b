// The statements about given things, by day, at most so many a thing.
UNWIND $ids AS id
CALL (id) {
  UNWIND $windows AS window
  CALL (id, window) {
    MATCH (statement:Statement)-[about:ABOUT]->()
    USING INDEX SEEK about:ABOUT(thing, extent, day, statement)
    WHERE about.statement > '' AND about.thing = id AND about.extent = window.extent
      AND about.day >= window.from AND about.day <= $until AND about.last_day >= $since
    RETURN about.day AS day, about.statement AS other
    ORDER BY about.thing, about.extent, about.day, about.statement LIMIT $limit
  }
  RETURN DISTINCT day, other ORDER BY day, other LIMIT $limit
}
RETURN id, other, 'ABOUT' AS type, false AS outgoing, null AS mention
