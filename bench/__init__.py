"""Measurements side by side with a peer and with the physical floor, taken in turns in one run."""
