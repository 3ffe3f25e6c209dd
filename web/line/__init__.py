"""One typed line about what happened, read into who, on what, how long, when, and how."""

from web.line.reading import Line, read_line

__all__ = ["Line", "read_line"]
