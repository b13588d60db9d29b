// Removes events that no mention tells any more.
UNWIND $ids AS id
MATCH (event:Event {id: id})
DETACH DELETE event
