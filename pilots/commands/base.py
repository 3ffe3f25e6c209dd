"""A command is a wish: its fields, its words on a form, and the fact it is to become."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Annotated, Any, ClassVar, dataclass_transform

from msgspec import Meta, Struct, StructMeta
from msgspec.structs import FieldInfo, fields

from domain.kernel.access import Action
from domain.kernel.aggregate import Aggregate, F, Fact
from domain.kernel.fields import Label, Moment, Name, Precision, Text, Zone
from domain.kernel.moments import must_be_in_reach
from pilots.unit_of_work import UnitOfWork, When

COMMANDS: dict[str, type["Command"]] = {}

RequiredName = Annotated[Name, Meta(min_length=1)]
RequiredText = Annotated[Text, Meta(min_length=1)]
RequiredLabel = Label
Reason = Annotated[
    RequiredText, Meta(title="Why?", description="One sentence; it stays with what is changed.")
]


Override = Annotated[
    Text,
    Meta(
        title="Reason to go on without",
        description="Passes what stands before this; it is kept and shown with the pilot.",
    ),
]


class CommandType(StructMeta):
    """Enters each command under its name; a command is frozen and knows all its fields."""

    def __new__(
        cls,
        *parts: Any,
        name: str = "",
        button: str = "",
        of: type[Aggregate] = Aggregate,
        records: type[Fact] = Fact,
        edits: bool = False,
        part: str = "",
        needs: Action = "write",
        unsigned: bool = False,
        frozen: bool = True,
    ) -> Any:
        """Make the class.

        `button` is what the form's button says; `of` is the kind of thing it is about; `records`
        the fact it becomes; `edits` that this fact replaces an earlier one of its kind, where there
        are several the one that is alike in the field `part`; `needs` what one must be allowed with
        the thing; and `unsigned` that nobody is named who asked for it.
        """
        made: Any = super().__new__(
            cls,
            *parts,
            frozen=frozen,
            kw_only=True,
            forbid_unknown_fields=True,
            omit_defaults=True,
        )
        made.called, made.button = name, button
        made.of, made.records = of, records
        made.edits, made.part = edits, part
        made.needs, made.unsigned = needs, unsigned
        if name:
            COMMANDS[name] = made
        return made


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Command(Struct, metaclass=CommandType, frozen=True):
    """A wish; only the domain makes it a fact."""

    called: ClassVar[str]
    button: ClassVar[str]
    of: ClassVar[type[Aggregate]]
    records: ClassVar[type[Fact]]
    edits: ClassVar[bool]
    part: ClassVar[str]
    needs: ClassVar[Action]
    unsigned: ClassVar[bool]

    occurred_at: Annotated[
        Moment | None,
        Meta(title="When", description="When it happened; leave empty for now."),
    ] = None
    precision: Precision = "minute"
    zone: Zone | None = None

    @property
    def subject(self) -> str:
        """Return the id of the thing this is about; empty where it is to begin one."""
        return getattr(self, self.of.kind, None) or ""

    def when(self, clock: Callable[[], datetime]) -> When:
        """Return when it happened, as it says itself or now. Raises Invalid for no real time."""
        zone = None if self.unsigned else self.zone  # few may share it
        if self.occurred_at is None:
            return When(clock(), "ms", zone)
        must_be_in_reach(self.occurred_at)
        return When(self.occurred_at, self.precision, zone)

    def must_be_allowed(self, work: UnitOfWork) -> None:
        """Raise NotAllowed where the asker may not do this with the thing it is about."""
        if self.needs != "write":
            work.may(self.needs, work.find(self.of, self.subject) if self.subject else None)

    def pilots_in(self, work: UnitOfWork) -> tuple[str, ...]:
        """Return the pilots whose gates stand before this."""
        if pilot := getattr(self, "pilot", None):
            return (pilot,)
        return work.find(self.of, self.subject).pilots[:1] if self.subject else ()

    @property
    def gated_as(self) -> tuple["Command", ...]:
        """Return other commands that this one carries out too; their gates stand before it."""
        return ()

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the declared fact on the thing that is named, or on a new one."""
        work.find_or_begin(self.of, self.subject).record(self.as_fact(self.records))

    def as_fact(self, kind: type[F], **more: Any) -> F:
        """Return the fact that says what this command says under the same names."""
        ours = self.__struct_fields__
        fields = {name: getattr(self, name) for name in kind.__struct_fields__ if name in ours}
        return kind(**fields | more)


@cache
def declared(kind: type[Command]) -> tuple[FieldInfo, ...]:
    """Return the fields a command declares; kept, since reading annotations takes its time."""
    return fields(kind)
