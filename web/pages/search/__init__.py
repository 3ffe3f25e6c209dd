"""Finding things, and finding what to do."""
