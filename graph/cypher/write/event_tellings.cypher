// Mentions with all that their events follow from.
UNWIND $ids AS id
MATCH (mention:EventMention {id: id})-[reported:REPORTED_IN]->(report:Report)
OPTIONAL MATCH (mention)-[:MENTION_OF]->(event:Event)
RETURN mention {.*, start: toString(mention.start), end: toString(mention.end)} AS mention,
       COLLECT { MATCH (actor:Actor) WHERE actor.id IN mention.actors RETURN actor.canonical } AS actors,
       COLLECT { MATCH (actor:Actor) WHERE actor.id IN mention.recipients RETURN actor.canonical } AS recipients,
       event.id AS event,
       reported.start AS start, report.id AS report, toString(report.published_start) AS published,
       COLLECT { MATCH (figure:Figure)-[:GIVEN_IN]->(mention) RETURN figure.id } AS figures
