"""What is true of collaboration pilots: facts, the things they happen to, and the rules."""
