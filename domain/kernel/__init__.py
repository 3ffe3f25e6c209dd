"""What every part of the domain is built of: aggregates, fields, texts, refusals, rights."""
