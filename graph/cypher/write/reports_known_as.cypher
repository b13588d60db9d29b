// The reports that an id, a file name or an address names; a tombstone without text answers to a hash of its id.
MATCH (report:Report) WHERE report.id IN [$name, $erased_id] OR report.ref = $name OR report.url = $name
RETURN report.id AS id, report.status AS status
ORDER BY id
