"""Say here, in one sentence, what this room is for."""
