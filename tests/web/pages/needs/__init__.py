"""Tests of what pilots need, what is put off, and what owners are asked."""
