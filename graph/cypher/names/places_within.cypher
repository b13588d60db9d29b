// A place and all within it that statements are about, were made at, or where something happened.
MATCH (place:Place {id: $id})
MATCH (inner:Place)-[:WITHIN*0..6]->(place)
WHERE inner = place OR EXISTS { (inner)<-[:ABOUT|SAID_AT|AT]-() }
RETURN DISTINCT inner.id AS id ORDER BY id
