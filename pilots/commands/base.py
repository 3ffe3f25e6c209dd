"""A command is a wish: its fields, its words on a form, and how it is carried out."""

from typing import Annotated, Any, ClassVar, dataclass_transform

from msgspec import Meta, Struct, StructMeta

from domain.fields import Label, Moment, Name, Precision, Text, Zone
from pilots.work import Work

COMMANDS: dict[str, type["Command"]] = {}

SaidName = Annotated[Name, Meta(min_length=1)]
Said = Annotated[Text, Meta(min_length=1)]
SaidLabel = Label


class CommandType(StructMeta):
    """Enters each command under its name; a command is frozen and knows all its fields."""

    def __new__(cls, *parts: Any, name: str = "", button: str = "", frozen: bool = True) -> Any:
        """Make the class; `button` is what the form's button says."""
        made: Any = super().__new__(
            cls,
            *parts,
            frozen=frozen,
            kw_only=True,
            forbid_unknown_fields=True,
            omit_defaults=True,
        )
        made.called, made.button = name, button
        if name:
            COMMANDS[name] = made
        return made


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Command(Struct, metaclass=CommandType, frozen=True):
    """A wish; only the domain makes it a fact."""

    called: ClassVar[str]
    button: ClassVar[str]

    occurred_at: Annotated[
        Moment | None,
        Meta(title="When", description="When it happened; leave empty for now."),
    ] = None
    precision: Precision = "minute"
    zone: Zone | None = None

    def carry_out(self, work: Work) -> None:
        """Find what it is about, and let that decide."""
        raise NotImplementedError
