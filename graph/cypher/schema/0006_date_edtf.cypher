// A date is one node, known by its EDTF value.
CREATE CONSTRAINT date_edtf IF NOT EXISTS FOR (date:Date) REQUIRE date.edtf IS UNIQUE
