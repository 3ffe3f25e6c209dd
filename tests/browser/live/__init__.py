"""Windows that keep up with what happens elsewhere."""
