"""One pilot as rules and pages see it: its numbers, and all that is known about it."""
