"""A stretch of time, pilot by pilot."""
