// Removes those of the given actors that nothing refers to any more, unless a judgement names them.
MATCH (actor:Actor) WHERE actor.id IN $ids AND NOT EXISTS { (actor)--() }
DETACH DELETE actor
