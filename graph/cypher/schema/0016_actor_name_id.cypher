// Orders actors by name.
CREATE RANGE INDEX actor_name_id IF NOT EXISTS FOR (actor:Actor) ON (actor.name, actor.id)
