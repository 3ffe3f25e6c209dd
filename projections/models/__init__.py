"""The read models: facts become rows, one table in each file."""
