"""What every request passes: its context, its addresses, its frame, its guard."""
