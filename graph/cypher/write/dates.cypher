// Writes dates, each within the month or year that holds it.
UNWIND $rows AS row
MERGE (date:Date {edtf: row.edtf})
ON CREATE SET date.start = date(row.start), date.end = date(row.end), date.precision = row.precision
WITH date, row WHERE row.within IS NOT NULL
MATCH (larger:Date {edtf: row.within})
MERGE (date)-[:WITHIN]->(larger)
