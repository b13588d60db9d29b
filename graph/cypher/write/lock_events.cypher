// Takes the locks of places and actors until the transaction ends, so that two loaders join mentions of one event one after the other.
UNWIND $ids AS id
MATCH (thing:Actor|Place {id: id})
SET thing.name = thing.name
