"""Who may ask for which command: the whole table, so that no guard is lost or added unseen."""

import pytest
from msgspec.structs import replace

from domain.kernel.access import Asker
from domain.kernel.errors import NotAllowed, Refused
from pilots.commands import COMMANDS, Command
from pilots.commands.parsing import read_command
from pilots.commands.references import ways
from pilots.request import CommandRequest
from tests.support.stories.builders import ask, person
from tests.support.stories.plausible import World, plausible
from web.bootstrap import Platform

FOR_MANAGERS = {"change-wording", "erase-prose", "merge-person", "set-rule", "set-zone"}
FOR_THEMSELVES = {"change-profile", "erase-person"}
FOR_WRITERS = {
    "supersede-lesson",
    "correct-lesson",
    "correct-participation",
    "supersede-participation",
    "void-lesson",
    "void-participation",
    "withdraw-evidence",
}
FOR_A_SIDE = {"give-verdict"}
NOT_THEIR_OWN = {"acknowledge-participation"}
GUARDED = FOR_MANAGERS | FOR_THEMSELVES | FOR_WRITERS | FOR_A_SIDE
NOWHERE = {kind: f"{kind}-1" for each in COMMANDS.values() for _, kind in ways(each)}

each_command = pytest.mark.parametrize("command", COMMANDS.values(), ids=list(COMMANDS))


def wish_for(command: type[Command], world: World) -> Command:
    return read_command(command, plausible(command, world))


def may(platform: Platform, asker: Asker, wish: Command) -> bool:
    """Tell whether somebody may ask for it; a refusal for another reason leaves them free to."""
    try:
        ask(platform, asker, wish)
    except NotAllowed:
        return False
    except Refused:
        return True
    return True


@each_command
def test_a_member_may_do_all_but_these_with_what_others_wrote(
    platform: Platform, rui: Asker, world: World, command: type[Command]
) -> None:
    wish = wish_for(command, world)
    before = platform.pilots.head()

    allowed = may(platform, rui, wish)

    assert allowed == (command.called not in GUARDED)
    assert allowed or platform.pilots.head() == before


@pytest.mark.parametrize("called", sorted(GUARDED | NOT_THEIR_OWN))
def test_whoever_it_is_about_or_wrote_it_may_do_more(
    platform: Platform, mere: Asker, world: World, called: str
) -> None:
    writer = replace(mere, standing="member")

    allowed = may(platform, writer, wish_for(COMMANDS[called], world))

    assert allowed == (called in FOR_THEMSELVES | FOR_WRITERS)


@each_command
def test_an_auditor_changes_nothing(platform: Platform, command: type[Command]) -> None:
    auditor = person(platform, "Ira", standing="auditor")
    wish = wish_for(command, NOWHERE)
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match="Auditors read everything and change nothing"):
        ask(platform, auditor, wish)

    assert platform.pilots.head() == before


@pytest.mark.parametrize("called", sorted(GUARDED))
def test_what_was_not_allowed_frees_its_id_and_a_manager_may(
    platform: Platform, rui: Asker, world: World, called: str
) -> None:
    wish = wish_for(COMMANDS[called], world)
    with pytest.raises(NotAllowed) as first:
        platform.pilots.carry_out(CommandRequest(asker=rui, command_id="once"), wish)
    with pytest.raises(NotAllowed) as again:
        platform.pilots.carry_out(CommandRequest(asker=rui, command_id="once"), wish)

    assert str(again.value) == str(first.value)
    manager = person(platform, "Ira", standing="manager")
    assert may(platform, manager, wish)
