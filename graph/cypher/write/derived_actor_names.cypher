// Gives derived actors the name and the aliases that follow from their mentions.
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id})
SET actor.name = row.name, actor.aliases = row.aliases, actor.folded_names = row.folded_names
