"""What it should be worth, what it was worth, and what it cost."""
