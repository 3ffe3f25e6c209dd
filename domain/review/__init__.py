"""What a review judges by: what asks for attention, and what may speak for a way to go on."""
