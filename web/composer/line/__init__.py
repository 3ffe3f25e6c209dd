"""One typed line about what happened, read into what it is, who, on what, how long and when."""

from web.composer.line.parser import ReadMark, ParsedLine, read_line

__all__ = ["ReadMark", "ParsedLine", "read_line"]
