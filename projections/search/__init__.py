"""Finding things by their words, and names by their first letters."""
