// The mentions that may tell the same event as given ones, with what decides it.
UNWIND $rows AS row
CALL (row) {
  MATCH (mention:EventMention)
  USING INDEX SEEK mention:EventMention(block, extent, day)
  WHERE mention.block = row.block AND mention.extent = row.extent
    AND mention.day >= row.first_day AND mention.day <= row.until AND mention.last_day >= row.since
    AND (mention.precision = row.precision
         OR duration.inDays(mention.start, mention.end).days <= 2 * row.length_days
            AND row.length_days <= 2 * duration.inDays(mention.start, mention.end).days)
  RETURN mention
}
WITH DISTINCT mention
RETURN mention.id AS id, mention.block AS block, toString(mention.start) AS start, toString(mention.end) AS end,
       mention.precision AS precision, mention.modes AS modes,
       COLLECT { MATCH (actor:Actor) WHERE actor.id IN mention.actors RETURN actor.canonical } AS actors,
       COLLECT { MATCH (actor:Actor) WHERE actor.id IN mention.recipients RETURN actor.canonical } AS recipients
