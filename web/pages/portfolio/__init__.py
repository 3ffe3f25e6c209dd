"""All pilots together, and side by side."""
