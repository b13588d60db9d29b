// The statements of given speakers, by day, at most so many a speaker.
UNWIND $ids AS id
CALL (id) {
  UNWIND $windows AS window
  CALL (id, window) {
    MATCH (statement:Statement)
    USING INDEX SEEK statement:Statement(speaker, extent, day, id)
    WHERE statement.id > '' AND statement.speaker = id AND statement.extent = window.extent
      AND statement.day >= window.from AND statement.day <= $until AND statement.last_day >= $since
      AND CASE statement.attitude WHEN 'speech' THEN 'SAID' ELSE 'THINKS' END IN $types
    RETURN statement.day AS day, statement
    ORDER BY statement.speaker, statement.extent, statement.day, statement.id LIMIT $limit
  }
  RETURN DISTINCT day, statement ORDER BY day, statement.id LIMIT $limit
}
RETURN id, statement.id AS other, CASE statement.attitude WHEN 'speech' THEN 'SAID' ELSE 'THINKS' END AS type, true AS outgoing, null AS mention
