"""The page of a thing offers what can be done with it as it stands, and nothing else."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.kernel.access import Asker
from pilots.commands import COMMANDS
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import read
from tests.support.stories.copies import Made
from tests.support.stories.world import KINDS, World
from tests.web.pages.commands.test_form import filled_in
from web.http.urls import form_of, page_of
from web.ui.actions import ONLY_WHILE, Begun, actions_on

THINGS = [key for key in World.__struct_fields__ if key not in ("thought", "member")]
ENDS = {  # a thing, and the command after which it stands otherwise
    "running": ("end-experiment", "abandon-experiment"),
    "entry": ("void-participation",),
    "theirs": ("supersede-participation",),
    "lesson": ("supersede-lesson", "void-lesson"),
    "invitation": ("close-invitation",),
    "evidence": ("withdraw-evidence",),
    "insight": ("retire-insight",),
    "supported": ("reach-conclusion",),
    "decision": ("revisit-decision",),
    "review": ("close-review",),
    "person": ("erase-person", "merge-person"),
    "closed": ("archive-pilot",),
}
STATES = [(key, "") for key in THINGS] + [(key, end) for key in ENDS for end in ENDS[key]]
OTHERS: dict[str, dict[str, Any]] = {  # where the good values name the thing itself
    "supersede-participation": {"entry": {"by_entry": "{theirs}"}},
    "supersede-lesson": {"later": {"by_lesson": "{lesson}"}},
}


BY_OTHERS = {  # what is refused for another reason than how the thing stands
    ("entry", "", "join-participation"): "the owner of this machine took part already",
    ("entry", "", "acknowledge-participation"): "the owner of this machine took part",
    ("proposal", "", "reach-conclusion"): "nobody supports it yet",
}


def kind_of(key: str) -> str:
    return KINDS.get(key, key)


def commands_on(key: str) -> list[str]:
    asked = f"{{{kind_of(key)}}}"
    about = [name for name, kind in COMMANDS.items() if asked in form_of(kind)]
    return [name for name in about if kind_of(key) != "pilot" or name in ONLY_WHILE]


def sent_to(browser: Browser, world: World, key: str, name: str) -> tuple[str, dict[str, Any]]:
    """Return the form of a command about a thing, and good values for it."""
    stream = getattr(world, key)
    _, said = filled_in(world, name)
    for field, value in OTHERS.get(name, {}).get(key, {}).items():
        said[field] = world.at(value)
    if name == "share-reaction":
        said["to"] = browser.platform.pilots.facts_of(stream)[0].id
    return form_of(COMMANDS[name]).format(**{kind_of(key): stream}), said


@pytest.mark.parametrize(("key", "end"), [each for each in STATES if commands_on(each[0])])
def test_what_is_offered_can_be_done_and_nothing_else(
    anew: Callable[[], Browser], made: Made, key: str, end: str
) -> None:
    world = made.world

    def as_it_stands() -> Browser:
        browser = anew()
        assert not end or browser.send(*filled_in(world, end)).status_code == 303
        return browser

    browser = as_it_stands()
    place = page_of(getattr(world, key)) + ("/charter" if kind_of(key) == "pilot" else "")
    main = browser.page(place).first("main")
    hrefs, before = [link.attrs["href"] for link in main.find("a")], browser.head()
    for name in commands_on(key):
        if (key, end, name) in BY_OTHERS:
            continue
        path, values = sent_to(browser, world, key, name)
        if "override" in COMMANDS[name].__struct_encode_fields__:
            values |= {"override": "It is a test."}
        offered = path in hrefs

        assert browser.get(path).status_code == 200, name
        answer = (as_it_stands() if offered else browser).send(path, values)

        alerts = [each.text() for each in read(answer.text).find("p", role="alert")]
        assert (answer.status_code == 303) == offered, (name, alerts)
    assert browser.head() == before


def test_what_leads_to_a_form_never_speaks_of_saving() -> None:
    kinds = ("pilot", "entry", "lesson", "decision", "person", "assumption")
    offered = [
        str(action.label)
        for kind in kinds
        for action in actions_on(kind, Begun("x", "y"), "", Asker(person="y", standing="manager"))
    ]
    assert "Correct it" in offered
    assert [label for label in offered if label.startswith("Save")] == []
