"""The pages of single things, and lists of them."""
