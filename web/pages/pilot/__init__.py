"""The page of one pilot and its parts."""
