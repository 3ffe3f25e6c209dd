"""How the history is kept: one table of events, one of commands, and the way in and out."""
