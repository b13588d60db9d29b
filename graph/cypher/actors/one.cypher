// One actor with its counts and topics, all that was judged to be the same taken together.
MATCH (actor:Actor {id: $id})
WITH actor, COLLECT { MATCH (member:Actor) WHERE member.canonical = actor.id RETURN member } AS members
CALL (members) {
  UNWIND members AS member
  MATCH (member)-[:SAID]->(statement:Statement)
  RETURN count(statement) AS said_count, min(statement.said_start) AS first_day, 
         max(CASE WHEN statement.said_start IS NOT NULL THEN statement.said_end END) AS day_after
}
CALL (members) {
  UNWIND members AS member
  MATCH (member)<-[:ABOUT]-(statement:Statement)
  RETURN count(DISTINCT statement) AS about_count
}
CALL (members) {
  UNWIND members AS member
  MATCH (member)<-[mention:MENTIONS]-(report:Report)
  RETURN count(mention) AS mention_count, count(DISTINCT report) AS report_count
}
RETURN actor {.id, .name, .kind, .side, .wikidata, .canonical} AS actor,
       COLLECT { UNWIND members AS member UNWIND [member.name] + coalesce(member.aliases, []) AS alias
                 WITH alias WHERE alias <> actor.name RETURN DISTINCT alias ORDER BY alias } AS aliases,
       said_count, about_count, mention_count, report_count, first_day, day_after,
       COLLECT { UNWIND members AS member MATCH (member)-[:SAID]->(:Statement)-[:ABOUT]->(thing:Actor|Place)
                 WITH thing, count(*) AS count ORDER BY count DESC, thing.name, thing.id LIMIT $topic_limit
                 RETURN {id: thing.id, name: thing.name, kind: CASE WHEN thing:Place THEN 'Place' ELSE thing.kind END, count: count} } AS topics
