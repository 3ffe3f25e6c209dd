"""Threads for commands apart from those for pages: commands that wait hold up no reader."""

from collections.abc import Callable
from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.responses import Response

COMMANDS_AT_ONCE = CapacityLimiter(40)


async def in_turn(work: Callable[..., Response], *arguments: Any) -> Response:
    """Carry out a command beside the loop, when it is its turn."""
    return await to_thread.run_sync(work, *arguments, limiter=COMMANDS_AT_ONCE)
