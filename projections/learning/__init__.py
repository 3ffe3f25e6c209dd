"""What was learned, where it came from, and where it held."""
