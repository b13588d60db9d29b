// Removes figures with all their relationships.
UNWIND $ids AS id
MATCH (figure:Figure {id: id})
DETACH DELETE figure
