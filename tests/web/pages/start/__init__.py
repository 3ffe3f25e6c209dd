"""Tests of starting in two lines."""
