"""Looking round the sample."""
