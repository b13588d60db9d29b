// Removes the tombstone of an erased report that is loaded again.
MATCH (report:Report {id: $erased_id})
DETACH DELETE report
