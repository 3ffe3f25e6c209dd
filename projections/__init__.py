"""What can be seen: read models, told from facts, which can be thrown away and told again."""
