"""How two moments of the history differ."""
