// Writes actors; an actor known by registry takes its properties from there, a derived one from its mentions.
UNWIND $rows AS row
MERGE (actor:Actor {id: row.id})
WITH actor, row WHERE actor.fingerprint IS NULL OR (NOT row.derived AND actor.fingerprint <> row.fingerprint)
SET actor += row.properties, actor.fingerprint = row.fingerprint, actor.canonical = coalesce(actor.canonical, row.id), actor:$(row.kind)
