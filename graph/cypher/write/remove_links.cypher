// Removes relationships by Neo4j's own keys, read in the same transaction.
MATCH ()-[link]->() WHERE elementId(link) IN $keys
DELETE link
