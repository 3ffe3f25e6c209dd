"""What a member, a manager and an auditor may do: read all, change their own, change nothing."""

from dataclasses import replace

import pytest

from tests.support.good_values import GOOD
from tests.support.pages.browser import Browser, sign_in
from tests.support.pages.reading_pages import read
from tests.support.stories.world import World
from web.bootstrap import Platform

ENTRIES = ("correct-participation", "void-participation")


@pytest.fixture
def pilot_here(manager: Browser) -> str:
    """A pilot that the manager proposed."""
    said = {"title": "Night desk", "accomplishment": "One call."}
    done = manager.send("/pilots/propose", said)
    return done.headers["location"].removeprefix("/pilots/").partition("?")[0]


def log(browser: Browser, pilot: str, **more: str) -> str:
    before = browser.head()
    assert browser.send("/log", {"pilot": pilot, "text": "x"} | more).status_code == 303
    streams = [event.originator_id for event in browser.stored(before)]
    return next(stream for stream in streams if stream.startswith("entry-"))


def test_an_auditor_changes_nothing(here: Platform, world: World) -> None:
    auditor = sign_in(replace(here, local=None), "audre", "auditor")
    before = auditor.head()
    for name, good in GOOD.items():
        values = {k: world.at(v) if isinstance(v, str) else [] for k, v in good.said.items()}

        answer = auditor.send(world.at(good.path), values)

        assert answer.status_code == 403, name
        alerts = [n.text() for n in read(answer.text).walk() if n.attrs.get("role") == "alert"]
        spoken = any("Auditors read everything" in each for each in alerts)
        assert spoken or "Auditors" in answer.text, name
        done = auditor.client.post(f"/api/v1/commands/{name}", json={})
        assert done.status_code in (403, 422), name
        assert auditor.head() == before, name


@pytest.mark.parametrize(
    "path",
    ["/", "/pilots", "/lessons", "/pilots/{}", "/pilots/{}/events", "/log", "/pilots/propose",
     "/pilots/{}/start", "/lessons/learn", "/people/register"],
)  # fmt: skip  # a list to look up
def test_an_auditor_sees_no_form_and_no_way_to_one(
    auditor: Browser, manager: Browser, pilot_here: str, path: str
) -> None:
    log(manager, pilot_here, learned="y")

    answer = auditor.get(path.format(pilot_here))

    assert answer.status_code in (200, 403)
    page = read(answer.text)
    changing = [form.attrs.get("action") for form in page.find("form", method="post")]
    assert set(changing) <= {"/language", "/logout", "/sample", "/theme"}
    ways = ("/log", "/start", "/close", "/propose", "/learn", "/void", "/correct", "/join")
    leads = [n.attrs["href"] for n in page.find("a") if n.attrs["href"].endswith(ways)]
    assert set(leads) <= {f"/pilots/{pilot_here}/log"}  # what is logged can be read


@pytest.mark.parametrize("step", ["correct", "void"])
def test_a_member_cannot_touch_the_entry_of_another(
    member: Browser, manager: Browser, pilot_here: str, step: str
) -> None:
    entry, before = log(manager, pilot_here), member.head()
    said = {"reason": "I think so."} | ({"changes.text": "Other"} if step == "correct" else {})

    answer = member.send(f"/entries/{entry}/{step}", said)

    assert answer.status_code == 403
    assert "Somebody else wrote this" in read(answer.text).first("p", role="alert").text()
    assert member.head() == before
    for page in (f"/pilots/{pilot_here}", "/"):
        assert f"/entries/{entry}/{step}" not in member.get(page).text


def test_a_member_cannot_take_a_lesson_of_another_back_along_with_an_entry(
    member: Browser, manager: Browser, pilot_here: str
) -> None:
    log(manager, pilot_here, learned="Theirs.")
    lesson, mine = manager.stored()[-1].originator_id, log(member, pilot_here)
    before = member.head()

    said = {"reason": "Mine.", "lessons": lesson}
    assert member.send(f"/entries/{mine}/void", said).status_code == 403

    assert member.head() == before


def test_a_member_changes_their_own_and_a_manager_changes_everybodys(
    member: Browser, manager: Browser, pilot_here: str
) -> None:
    for who in (member, manager):
        entry = log(member, pilot_here)
        assert f"/entries/{entry}/void" in who.get(f"/pilots/{pilot_here}").text
        assert who.send(f"/entries/{entry}/void", {"reason": "So."}).status_code == 303
