"""One module per thing people look at. A page reads, and shows one template."""
