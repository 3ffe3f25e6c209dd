"""How histories come in from other tools, and go out to people who check them."""
