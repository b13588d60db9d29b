// What else given actors, places, reports, publishers and events are linked to, out of a bounded number of links of each kind looked at.
UNWIND $ids AS id
MATCH (node:Actor|Place|Report|Source|Event {id: id})
CALL (node) {
  CALL (node) {
    MATCH (node)-[link:MENTIONS]-(other) RETURN link, other, startNode(link) = node AS outgoing, link.surface AS words LIMIT $look_limit
    UNION ALL
    MATCH (node)<-[link:REPORTED_IN]-(other:Statement) RETURN link, other, false AS outgoing, null AS words LIMIT $look_limit
    UNION ALL
    MATCH (node)<-[link:REPORTED_IN]-(told:EventMention)-[:MENTION_OF]->(other:Event)
    RETURN link, other, false AS outgoing, told.evidence AS words LIMIT $look_limit
    UNION ALL
    MATCH (node)<-[:MENTION_OF]-(told:EventMention)-[link:REPORTED_IN]->(other:Report)
    RETURN link, other, true AS outgoing, told.evidence AS words LIMIT $look_limit
    UNION ALL
    MATCH (node)-[link:AT|TOOK_PART|PART_OF]-(other) RETURN link, other, startNode(link) = node AS outgoing, null AS words LIMIT $look_limit
    UNION ALL
    MATCH (node)<-[link:CLAIMS|SAID_AT|TOLD_TO]-(other) RETURN link, other, false AS outgoing, null AS words LIMIT $look_limit
    UNION ALL
    MATCH (node)-[link:WITHIN|NEAR|PUBLISHED_BY|HOLDS|SAME_AS]-(other) RETURN link, other, startNode(link) = node AS outgoing, null AS words LIMIT $look_limit
  }
  WITH link, other, outgoing, words
  WHERE type(link) IN $types
    AND (NOT (other:Statement OR other:Event) OR (other.day <= $until AND other.last_day >= $since))
    AND (NOT other:Report OR (coalesce(toString(other.published_start), '~') <= $until AND coalesce(toString(other.published_start), '~') >= $since))
  WITH link, other, outgoing, words ORDER BY link.start
  WITH other, type(link) AS type, outgoing,
       head(collect(CASE WHEN words IS NOT NULL THEN {start: link.start, end: link.end, surface: words} END)) AS mention
  ORDER BY type, coalesce(other.day, toString(other.published_start), ''), other.id
  WITH type, collect({other: other.id, outgoing: outgoing, mention: mention})[..$limit] AS firsts
  UNWIND firsts AS each
  RETURN type, each.other AS other, each.outgoing AS outgoing, each.mention AS mention
}
RETURN id, other, type, outgoing, mention
