"""Histories to test with: built, told, drawn at random, or brought from elsewhere."""
