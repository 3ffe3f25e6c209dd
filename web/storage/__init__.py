"""Where databases lie: files or PostgreSQL, and moving from one to the other."""
