"""One module per thing people look at: a page reads, and shows one template."""
