"""One typed line about what happened, read into who, on what, how long, when, and how."""

from web.composer.line.parser import ParsedLine, read_line

__all__ = ["ParsedLine", "read_line"]
