"""Starting a pilot in two lines."""
