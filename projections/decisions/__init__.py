"""What was decided, on which grounds, and what is due."""
