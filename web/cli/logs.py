"""What the server says to whoever runs it: lines of text, or of JSON."""

import logging
import sys
from typing import Literal

import structlog


def set_up_logs(shape: Literal["text", "json"]) -> logging.Logger:
    """Send every log of the process to standard error in one shape; return the server's own."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    drawn: structlog.typing.Processor = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(),
        exception_formatter=structlog.dev.plain_traceback,  # the rich one shows what variables hold
    )
    if shape == "json":
        shared.append(structlog.processors.format_exc_info)
        drawn = structlog.processors.JSONRenderer()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, drawn],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    return logging.getLogger("pilotlog.server")
