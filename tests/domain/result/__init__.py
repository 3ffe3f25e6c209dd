"""Tests of whether a pilot works."""
