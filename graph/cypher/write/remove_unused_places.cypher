// Removes those of the given places that nothing refers to any more; answers with what they lay within or near, for that may be unused now.
MATCH (place:Place) WHERE place.id IN $ids AND NOT EXISTS { (place)<--() }
OPTIONAL MATCH (place)-[:WITHIN|NEAR]->(larger:Place)
WITH place, collect(larger.id) AS larger_ids
DETACH DELETE place
WITH larger_ids UNWIND larger_ids AS larger_id
RETURN DISTINCT larger_id AS id
