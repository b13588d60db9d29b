// Leaves of a withdrawn report a hash of its id and nothing else.
MATCH (report:Report {id: $id})
SET report = {id: $erased_id, status: 'withdrawn'}
