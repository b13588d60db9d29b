// Every spelling that the reports use of derived actors, for their name and aliases.
MATCH (actor:Actor) WHERE actor.id IN $ids AND actor.derived
RETURN actor.id AS id, actor.kind AS kind, actor.name AS name, actor.aliases AS aliases,
       COLLECT { MATCH (actor)<-[mention:MENTIONS]-(:Report) RETURN DISTINCT mention.name } AS names
