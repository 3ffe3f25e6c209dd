"""How read models are told and asked; it knows no model."""
