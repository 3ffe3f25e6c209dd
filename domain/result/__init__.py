"""Whether a pilot works: how far its measures are from their start values to their targets."""
