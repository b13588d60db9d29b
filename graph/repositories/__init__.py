"""Questions to the graph: Cypher on one side, plain values on the other."""
