"""One typed line about what happened, read into what it is, who, on what, how long and when."""

from web.composer.line.parser import ParsedLine, ReadMark, read_line

__all__ = ["ParsedLine", "ReadMark", "read_line"]
