// Finds all that was judged to be one actor.
CREATE RANGE INDEX actor_canonical IF NOT EXISTS FOR (actor:Actor) ON (actor.canonical)
