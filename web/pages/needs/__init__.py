"""What pilots need of whoever reads, what they put off, and what owners are asked."""
