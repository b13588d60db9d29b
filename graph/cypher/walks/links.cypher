// What else given actors, places, reports and publishers are linked to, out of a bounded number of links of each kind looked at.
UNWIND $ids AS id
MATCH (node:Actor|Place|Report|Source {id: id})
CALL (node) {
  CALL (node) {
    MATCH (node)-[link:MENTIONS]-(other) RETURN link, other LIMIT $look_limit
    UNION ALL
    MATCH (node)<-[link:REPORTED_IN]-(other) RETURN link, other LIMIT $look_limit
    UNION ALL
    MATCH (node)-[link:WITHIN]-(other) RETURN link, other LIMIT $look_limit
    UNION ALL
    MATCH (node)-[link:PUBLISHED_BY]-(other) RETURN link, other LIMIT $look_limit
    UNION ALL
    MATCH (node)<-[link:SAID_AT|TOLD_TO]-(other) RETURN link, other LIMIT $look_limit
    UNION ALL
    MATCH (node)-[link:HOLDS|SAME_AS]-(other) RETURN link, other LIMIT $look_limit
  }
  WITH node, link, other
  WHERE type(link) IN $types
    AND (NOT other:Statement OR (other.day <= $until AND other.last_day >= $since))
    AND (NOT other:Report OR (coalesce(toString(other.published_start), '~') <= $until AND coalesce(toString(other.published_start), '~') >= $since))
  WITH node, other, link ORDER BY link.start
  WITH other, type(link) AS type, startNode(link) = node AS outgoing, head(collect(link)) AS first
  ORDER BY type, coalesce(other.day, toString(other.published_start), ''), other.id
  WITH type, collect({other: other.id, outgoing: outgoing, mention: CASE type WHEN 'MENTIONS' THEN first {.start, .end, .surface} END})[..$limit] AS firsts
  UNWIND firsts AS each
  RETURN type, each.other AS other, each.outgoing AS outgoing, each.mention AS mention
}
RETURN id, other, type, outgoing, mention
