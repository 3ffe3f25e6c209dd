"""What tests run on: clocks, databases, command lines, and how fast all that is."""
