// Links places to the one from which a text gives them by distance or direction; a place whose offset has changed has lost its old link.
UNWIND $rows AS row
MATCH (place:Place {id: row.place})
MATCH (other:Place {id: row.other})
MERGE (place)-[near:NEAR]->(other)
ON CREATE SET near = row.properties
