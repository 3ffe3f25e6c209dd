"""Who may do what: one table of all standings and all actions."""

import pytest
from msgspec import Struct

from domain.kernel.access import SYSTEM, Action, Asker, Standing, authorize, may
from domain.kernel.errors import NotAllowed


class Thing(Struct):
    by: str
    id: str = "entry-1"


OWN, FOREIGN = Thing("person-me"), Thing("person-you")
MYSELF, SOMEBODY = Thing("system", "person-me"), Thing("person-me", "person-you")
AUDITOR = "Auditors read everything and change nothing"
FOREIGN_WORK = "Somebody else wrote this"
EVERYBODY = "Only a manager may do this"


@pytest.mark.parametrize("standing", ["manager", "member", "auditor"])
@pytest.mark.parametrize("thing", [OWN, FOREIGN, None])
def test_everybody_who_signed_in_may_read(standing: Standing, thing: Thing | None) -> None:
    authorize(Asker(person="person-me", standing=standing), "read", thing)


@pytest.mark.parametrize("action", ["read", "write", "take-back", "own", "manage"])
def test_nobody_does_anything_unnamed(action: Action) -> None:
    with pytest.raises(NotAllowed, match="Sign in first"):
        authorize(None, action)


@pytest.mark.parametrize(
    ("standing", "action", "thing"),
    [
        ("manager", "write", None),
        ("manager", "take-back", OWN),
        ("manager", "take-back", FOREIGN),
        ("manager", "manage", None),
        ("manager", "manage", FOREIGN),
        ("member", "write", None),
        ("member", "write", FOREIGN),
        ("member", "take-back", OWN),
        ("manager", "own", SOMEBODY),
        ("member", "own", MYSELF),
    ],
)
def test_these_may(standing: Standing, action: Action, thing: Thing | None) -> None:
    authorize(Asker(person="person-me", standing=standing), action, thing)
    assert thing is None or may(Asker(person="person-me", standing=standing), action, thing)


@pytest.mark.parametrize(
    ("standing", "action", "thing", "words"),
    [
        ("member", "take-back", FOREIGN, FOREIGN_WORK),
        ("member", "own", SOMEBODY, "Only they themselves or a manager"),
        ("member", "own", None, "Only they themselves or a manager"),
        ("auditor", "own", MYSELF, AUDITOR),
        ("member", "manage", None, EVERYBODY),
        ("member", "manage", OWN, EVERYBODY),
        ("auditor", "manage", OWN, AUDITOR),
        ("auditor", "write", None, AUDITOR),
        ("auditor", "write", OWN, AUDITOR),
        ("auditor", "take-back", OWN, AUDITOR),
        ("auditor", "take-back", FOREIGN, AUDITOR),
    ],
)
def test_these_may_not(standing: Standing, action: Action, thing: Thing | None, words: str) -> None:
    with pytest.raises(NotAllowed, match=words):
        authorize(Asker(person="person-me", standing=standing), action, thing)
    assert thing is None or not may(Asker(person="person-me", standing=standing), action, thing)


def test_a_stranger_is_a_member_at_most_and_the_system_manages() -> None:
    assert Asker(person="person-me").standing == "member"
    authorize(SYSTEM, "take-back", FOREIGN)
    authorize(SYSTEM, "manage")
