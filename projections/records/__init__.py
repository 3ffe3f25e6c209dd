"""Single things and lists of things, of any kind, as far as a cut sees."""
