"""The domain model and everything that talks to Neo4j."""
