"""The JSON API: reads, commands, and their description."""
