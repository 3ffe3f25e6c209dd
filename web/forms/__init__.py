"""Forms of commands: fields, choices, what was typed, and what stood in the way."""
