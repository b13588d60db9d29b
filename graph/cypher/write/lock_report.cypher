// Takes the lock of a report or of its tombstone until the transaction ends, so that whoever loads and whoever withdraws it go one after the other.
MATCH (report:Report) WHERE report.id IN [$id, $erased_id]
SET report.status = report.status
