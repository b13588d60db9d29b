"""Functions from a parsed text and earlier layers to annotations."""
