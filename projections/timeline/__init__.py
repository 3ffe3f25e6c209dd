"""The events of a pilot in their order, and the marks drawn of them."""
