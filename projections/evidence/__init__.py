"""What is known, of whom, and what is only assumed."""
