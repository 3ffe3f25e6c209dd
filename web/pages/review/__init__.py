"""The review: page, print, links to it, opening and closing."""
