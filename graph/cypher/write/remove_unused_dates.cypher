// Removes those of the given dates that nothing refers to any more; answers with what they lay within, for that may be unused now.
MATCH (date:Date) WHERE date.edtf IN $ids AND NOT EXISTS { (date)<--() }
OPTIONAL MATCH (date)-[:WITHIN]->(larger:Date)
WITH date, collect(larger.edtf) AS larger_ids
DETACH DELETE date
WITH larger_ids UNWIND larger_ids AS larger_id
RETURN DISTINCT larger_id AS id
