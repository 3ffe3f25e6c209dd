"""The one line to log with: what it offers, and how it is read."""
