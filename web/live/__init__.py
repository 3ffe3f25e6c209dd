"""Live windows: what changed is told to whoever listens, never what it says."""
