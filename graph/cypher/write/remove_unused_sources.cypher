// Removes those of the given publishers that have no report any more.
MATCH (source:Source) WHERE source.id IN $ids AND NOT EXISTS { (source)--() }
DETACH DELETE source
