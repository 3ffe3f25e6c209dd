"""Deciding, decisions, and what is due."""
