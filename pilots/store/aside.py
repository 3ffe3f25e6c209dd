"""Something written beside the facts of a command, in the same transaction."""

from typing import Protocol

from sqlalchemy import Connection


class Aside(Protocol):
    """What a command changes in the history's database besides adding facts."""

    def write(self, db: Connection) -> None:
        """Write it; an IntegrityError of the library says that somebody was faster."""
