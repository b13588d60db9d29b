// Writes places, larger ones first, each within the one that holds it.
UNWIND $rows AS row
MERGE (place:Place {id: row.id})
WITH place, row WHERE place.fingerprint IS NULL OR place.fingerprint <> row.fingerprint
SET place += row.properties, place.fingerprint = row.fingerprint,
    place.location = CASE WHEN row.latitude IS NULL THEN null ELSE point({latitude: row.latitude, longitude: row.longitude}) END
WITH place, row
CALL (place, row) {
  OPTIONAL MATCH (place)-[old:WITHIN]->(larger:Place) WHERE row.within IS NULL OR larger.id <> row.within
  DELETE old
}
CALL (place) {
  OPTIONAL MATCH (place)-[old:NEAR]->(:Place)
  DELETE old
}
CALL (place, row) {
  MATCH (larger:Place {id: row.within})
  MERGE (place)-[:WITHIN]->(larger)
}
