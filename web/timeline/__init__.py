"""The learning timeline of a pilot, from what was asked of it to the picture and what is traced."""
