"""The commands of `chronotope`, one module each."""
