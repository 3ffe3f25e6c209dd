"""Every command, whatever it is about: what it declares, and that it names only what is here."""

import re
from inspect import getdoc

import pytest
from msgspec import structs
from sqlalchemy import func, select

from domain.kernel.access import Asker
from domain.kernel.aggregate import FACTS, UPCASTS, Aggregate
from domain.kernel.errors import Unknown
from pilots.commands import COMMANDS, Command
from pilots.commands.parsing import read_command, title_of
from pilots.commands.references import Way, ways
from pilots.store.tables import COMMANDS as CARRIED_OUT
from tests.support.stories.builders import ask
from tests.support.stories.plausible import World, kinds_of_ids, plausible, said_at, told_of
from web.bootstrap import Platform
from web.forms.fields import TYPED_BY_US, fields_of

KINDS = {each.kind for each in Aggregate.__subclasses__()} | {"pilot", "thing"}
NAMED = [(each, way, kind) for each in COMMANDS.values() for way, kind in ways(each)]

each_command = pytest.mark.parametrize("command", COMMANDS.values(), ids=list(COMMANDS))
each_name = pytest.mark.parametrize(
    ("command", "way", "kind"),
    [
        pytest.param(command, way, kind, id=f"{command.called}-{'.'.join(way)}")
        for command, way, kind in NAMED
    ],
)


def test_every_fact_is_recorded_by_one_command_and_every_command_records_one() -> None:
    today = [fact for fact in FACTS.values() if fact not in UPCASTS]
    recorded = [command.records for command in COMMANDS.values()]

    assert sorted(fact.stored_as for fact in recorded) == sorted(fact.stored_as for fact in today)


@each_command
def test_it_is_told_in_one_sentence_and_has_a_button(command: type[Command]) -> None:
    assert re.fullmatch(r"[A-Z][^.\n]*\.", str(getdoc(command)))
    assert re.fullmatch(r"[A-Z][^.\n]{1,40}", command.button)


@each_command
def test_it_is_about_a_kind_of_thing(command: type[Command]) -> None:
    assert command.of.kind in KINDS
    assert issubclass(command.of, Aggregate)


@each_command
def test_what_a_person_fills_in_has_a_title(command: type[Command]) -> None:
    ids = {way[0] for way, _ in ways(command)}
    bare = {each.name for each in structs.fields(command) if not title_of(each.type)}

    assert bare <= {*ids, *TYPED_BY_US, "changes"}


@each_command
def test_no_two_fields_of_a_form_are_called_the_same(command: type[Command]) -> None:
    shown = fields_of(command, {}, {})
    labels = [str(each.label) for each in shown]

    assert len(set(labels)) == len(labels)
    assert all(re.match("[A-Z]", label) for label in labels)


@each_command
def test_a_field_that_holds_an_id_says_of_which_kind(command: type[Command]) -> None:
    found = [kind for each in told_of(command) for kind in kinds_of_ids(each.type)]

    assert found == [kind for _, kind in ways(command)]
    assert set(found) <= KINDS


@each_command
def test_plausible_values_make_a_wish(command: type[Command], world: World) -> None:
    wish = read_command(command, plausible(command, world))

    assert type(wish) is command


@each_name
def test_what_is_not_here_is_refused_by_name(
    platform: Platform, mere: Asker, world: World, command: type[Command], way: Way, kind: str
) -> None:
    gone = "lesson-gone" if kind == "thing" else f"{kind}-gone"
    said = plausible(command, world) | said_at(command, way, {kind: gone})
    wish = read_command(command, said)
    before = platform.pilots.head(), _carried_out(platform)

    with pytest.raises(Unknown, match=rf"There is no {kind} {gone} here\.") as wrong:
        ask(platform, mere, wish)

    (field,) = (each.encode_name for each in told_of(command) if each.name == way[0])
    assert wrong.value.field in ({"", field} if wish.subject == gone else {field})
    assert (platform.pilots.head(), _carried_out(platform)) == before


def _carried_out(platform: Platform) -> int:
    with platform.history.connect() as db:
        return db.scalar(select(func.count()).select_from(CARRIED_OUT)) or 0
