// Events by id, each with its place, participants, the reports that tell it and the figures that they give; the earliest reports first.
UNWIND $ids AS id
MATCH (event:Event {id: id})
RETURN event {.*} AS event,
       head(COLLECT { MATCH (event)-[at:AT]->(place:Place)
                      RETURN place {.id, .name, precision: at.precision, latitude: place.location.latitude, longitude: place.location.longitude, .radius_km} }) AS place,
       COLLECT { MATCH (actor:Actor)-[part:TOOK_PART]->(event)
                 WITH actor, part ORDER BY part.role, actor.name, actor.id
                 RETURN actor {.id, .name, .kind, role: part.role} } AS participants,
       COUNT { (event)<-[:MENTION_OF]-() } AS mention_count,
       COLLECT { MATCH (event)<-[:MENTION_OF]-(mention:EventMention)-[reported:REPORTED_IN]->(report:Report)
                 WITH mention, reported, report ORDER BY coalesce(toString(report.published_start), '~'), report.id, reported.start LIMIT $mention_limit
                 RETURN {mention: mention {.*}, evidence_start: reported.start, evidence_end: reported.end,
                         report: report {.id, .ref, .title, .url, .published_start},
                         source: head(COLLECT { MATCH (report)-[:PUBLISHED_BY]->(source:Source) RETURN source.name })} } AS mentions,
       COUNT { (event)<-[:ABOUT]-(:Figure) } AS figure_count,
       COLLECT { MATCH (event)<-[:ABOUT]-(figure:Figure)-[given:GIVEN_IN]->(:EventMention)-[:REPORTED_IN]->(report:Report)
                 WITH figure, given, report ORDER BY coalesce(toString(report.published_start), '~'), report.id, given.start LIMIT $figure_limit
                 RETURN {figure: figure {.*}, start: given.start, end: given.end, report: report {.id, .ref, .title, .url, .published_start},
                         source: head(COLLECT { MATCH (report)-[:PUBLISHED_BY]->(source:Source) RETURN source {.id, .name, kind: 'Source'} }),
                         speaker: head(COLLECT { MATCH (figure)-[:GIVEN_IN]->(:Statement)<-[:SAID|THINKS]-(who:Actor) RETURN who {.id, .name, .kind} }),
                         statement: head(COLLECT { MATCH (figure)-[:GIVEN_IN]->(statement:Statement) RETURN statement.id })} } AS figures
