"""Measures extraction against gold annotations."""
