// A figure is one node.
CREATE CONSTRAINT figure_id IF NOT EXISTS FOR (figure:Figure) REQUIRE figure.id IS UNIQUE
