// What a report told of events and figures when it was last loaded: its mentions with what decides their events, and its figures.
UNWIND $ids AS id
MATCH (report:Report {id: id})
RETURN report.id AS id,
       COLLECT {
         MATCH (mention:EventMention)-[:REPORTED_IN]->(report)
         RETURN mention {.id, .fingerprint, .block, .precision, .modes, start: toString(mention.start), end: toString(mention.end), .place,
                         takers: mention.actors,
                         actors: COLLECT { MATCH (actor:Actor) WHERE actor.id IN mention.actors RETURN actor.canonical },
                         recipients: COLLECT { MATCH (actor:Actor) WHERE actor.id IN mention.recipients RETURN actor.canonical },
                         event: head(COLLECT { MATCH (mention)-[:MENTION_OF]->(event:Event) RETURN event.id })}
       } AS mentions,
       COLLECT {
         MATCH (report)<-[:REPORTED_IN]-(:Statement|EventMention)<-[:GIVEN_IN]-(figure:Figure) RETURN [figure.id, figure.fingerprint]
         UNION
         MATCH (report)<-[:GIVEN_IN]-(figure:Figure) RETURN [figure.id, figure.fingerprint]
       } AS figures
