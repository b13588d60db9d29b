// Links a statement to the statement that it quotes.
UNWIND $rows AS row
MATCH (outer:Statement {id: row.outer})
MATCH (inner:Statement {id: row.inner})
MERGE (outer)-[:QUOTES]->(inner)
