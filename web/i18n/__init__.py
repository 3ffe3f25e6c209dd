"""Languages, texts in them, dates and numbers."""
