"""All pilots side by side and together."""
