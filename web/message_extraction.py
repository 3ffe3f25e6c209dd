"""The texts of declared rows, such as commands, rules and views, for Babel to find."""

from collections.abc import Iterator
from typing import Any, Literal, cast, get_args, get_origin

from typer.main import get_command

from domain.kernel import fields
from domain.kernel.aggregate import FACTS, Aggregate
from domain.kinds import KINDS
from domain.metrics.ladder import RUNGS
from domain.rules.playbooks import PLAYBOOKS
from domain.rules.thresholds import DEFAULTS
from pilots.commands import COMMANDS
from pilots.commands.base import declared
from pilots.commands.parsing import help_of, title_of
from web.cli import app
from web.cli.language import Command, helps
from web.forms.choices import OUTCOMES, STAKEHOLDERS
from web.http.navigation import KEYS
from web.i18n.formatting import name_in_words
from web.method import METHOD

STANDS = (  # the words for how a thing may stand, and for what it may be
    "abandoned", "active", "agreed", "archived", "assessed", "broken", "challenged", "closed",
    "confirmed", "contested", "did not hold", "discovered", "ended", "erased", "expected",
    "failed", "held", "holds", "inconclusive", "known", "learned", "logged", "made", "merged",
    "open", "paused", "planned", "pooling", "proposed", "reached", "refuted", "retired",
    "running", "stands", "superseded", "supported", "taken", "tested", "unplaced", "untested",
    "verdicts given", "voided", "waived", "withdrawn", "not assessed", "steady", "slow", "fast",
    "formal", "informal", "neutral", "any-time", "same-time", "remote", "same-place", "gut",
    "partly grounded", "grounded", "added", "changed", "contradicted", "quiet", "gone quiet",
    "because", "expected as", "measured", "supports", "opposes", "found in", "informed by",
    "learned in", "reused in", "seen in", "high risk", "low risk", "medium risk", "not said",
    "Speed", "Formality", "Time", "Place", "nothing", "always", "off", "adopted", "unit", "amount",
    "currency",
    "participant", "observer", "owner",
)  # fmt: skip  # a list


def extract(*_: Any, **__: Any) -> Iterator[tuple[int, None, str, list[str]]]:
    """Yield every text of every row, as an extraction method of Babel does."""
    for text in dict.fromkeys(texts()):
        if text:
            yield 1, None, text, []


def texts() -> Iterator[str]:
    """Yield every text of a declared row that people read, for the catalogue."""
    for command in COMMANDS.values():
        yield from (command.button, command.__doc__ or "")
        for field in declared(command):
            yield from _of_a_field(field.encode_name, field.type)
    for row in METHOD:
        yield from row.kinds
    for book in PLAYBOOKS.values():
        yield from (book.goal_type, book.title, book.beware, *book.measures)
    yield from (text for key in KEYS for text in key.keys if len(text) > 1)
    yield from (word for words in vars(fields).values() for word in _words(words))
    yield from (
        *RUNGS,
        *STANDS,
        *STAKEHOLDERS,
        *OUTCOMES,
    )
    yield from ("thing", *(each.kind for each in Aggregate.__subclasses__()))
    yield from map(name_in_words, FACTS)
    yield from (each.unit for each in DEFAULTS.values())
    yield from (_in_words(column) for thing in KINDS.values() for column in thing.says)
    yield from (text for _, text in helps(cast("Command", get_command(app))))


def _of_a_field(name: str, annotated: Any) -> Iterator[str]:
    if title := title_of(annotated):
        yield from (title, help_of(annotated), *_literals(annotated))
    yield _in_words(name)


def _in_words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _words(kind: Any) -> Iterator[str]:
    """Yield what a kind of word may be."""
    if get_origin(kind) is Literal:
        yield from (word for word in get_args(kind) if isinstance(word, str))


def _literals(annotated: Any) -> Iterator[str]:
    """Yield the words that can be chosen from."""
    for part in get_args(annotated):
        if isinstance(part, str):
            yield part
        elif get_origin(part) or get_args(part):
            yield from _literals(part)
