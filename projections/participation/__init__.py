"""Who took part, how, with whom, and who answered."""
