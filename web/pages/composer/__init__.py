"""What the line to log with is told while somebody types, and the sheet of paper."""
