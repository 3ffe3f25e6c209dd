"""Writing: the composer, forms, the first entry, two who write at once."""
