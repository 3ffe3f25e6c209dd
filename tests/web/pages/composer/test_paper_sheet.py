"""The paper sheet: printed, filled in by hand, and typed in once, whole or not at all."""

import pytest
from httpx2 import Response

from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationLogged
from domain.facts.person import PersonRegistered
from domain.kernel.aggregate import Event, F
from pilots.commands.pilot_purpose import SetParticipantAsk
from pilots.request import new_id
from tests.support.pages.reading_pages import read
from tests.support.stories.media_steps import browser, page
from tests.support.stories.story import Story

ASK = "Ten minutes a week, and an honest word."
ROW = {"day": "2026-02-27", "text": "We read the meters together.", "medium": "paper"}


def sheet(*rows: dict[str, str], form: str = "") -> dict[str, str]:
    """Return what a sheet with these rows says."""
    told = {f"{name}-{n}": said for n, row in enumerate(rows, 1) for name, said in row.items()}
    return {"command_id": form or new_id()} | told


def send(story: Story, told: dict[str, str], zone: str = "Pacific/Auckland") -> Response:
    """Send a sheet that was typed in."""
    cookie = f"pilotlog-zone={zone}"
    return browser(story).send(f"/pilots/{story.pilot}/sheet/enter", told, cookie=cookie)


def kept(story: Story, kind: type[F]) -> list[tuple[Event, F]]:
    """Return the facts of a kind that are stored, each with its envelope."""
    events = story.platform.pilots.facts_after(0, 10_000)
    return [(event, event.fact) for event in events if isinstance(event.fact, kind)]


@pytest.mark.row("S000-sneakernet")
def test_s000_sneakernet(story: Story) -> None:
    story.start()
    rua = story.who("Rua").person
    assert "Paper sheet" in story.page()
    printed = page(story, f"/pilots/{story.pilot}/sheet")
    assert [row.text() for row in printed.find("th", scope="row")] == [str(n) for n in range(1, 11)]
    first = ROW | {"person": "rua", "with": "Mere, Hana", "minutes": "40", "learned": "Two see."}
    told = sheet(first, {}, ROW | {"with": "hana", "medium": "phone"})
    answer = send(story, told)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/pilots/{story.pilot}?did=")
    (event, one), (_, two) = kept(story, ParticipationLogged)
    (hana,) = (e.originator_id for e, fact in kept(story, PersonRegistered) if fact.name == "Hana")
    mere = story.mere.person
    assert (one.person, one.with_) == (rua, (mere, hana))
    assert (one.medium, one.minutes, one.text) == ("paper", 40, ROW["text"])
    assert (two.person, two.with_) == (mere, (hana,))  # made known by the row above
    assert (event.precision, event.zone) == ("day", "Pacific/Auckland")
    assert event.occurred_at.isoformat() == "2026-02-26T23:00:00+00:00"  # noon over there
    assert [fact.text for _, fact in kept(story, LessonLearned)] == ["Two see."]
    assert ROW["text"] in story.page()


@pytest.mark.row("S000-sneakernet")
def test_s000_sneakernet__sent_twice_is_stored_once(story: Story) -> None:
    story.start()
    told = sheet(ROW | {"with": "Hana"}, ROW)
    first = send(story, told)
    head = story.platform.pilots.head()
    again = send(story, told)
    assert again.headers["location"] == first.headers["location"]
    assert story.platform.pilots.head() == head


@pytest.mark.row("S000-sneakernet")
def test_s000_sneakernet__a_sheet_that_goes_on_stores_the_rest(story: Story) -> None:
    story.start()
    form = new_id()
    send(story, sheet(ROW, form=form))
    send(story, sheet(ROW, ROW | {"text": "And again."}, form=form))
    assert [fact.text for _, fact in kept(story, ParticipationLogged)] == [
        ROW["text"],
        "And again.",
    ]
    answer = send(story, sheet(ROW | {"text": "Other words."}, form=form))
    assert answer.status_code == 422
    assert "Row 1: this row was stored before with other words." in answer.text


@pytest.mark.row("S000-sneakernet")
def test_s000_sneakernet__one_bad_row_holds_back_all(story: Story) -> None:
    story.start()
    head = story.platform.pilots.head()
    bad = {
        "Row 2: Nobody called “Tui” is known here.": ROW | {"person": "Tui"},
        "Row 2: choose the day it happened on.": ROW | {"day": ""},
        "Row 2: this day is still to come.": ROW | {"day": "2026-03-04"},
        "Row 2: say what happened.": {"day": "2026-02-27", "minutes": "5"},
        "Row 2: Minutes: a number of at least 1 is needed.": ROW | {"minutes": "0"},
        "Row 2: Name each person once": ROW | {"with": "Mere"},
        "Row 2: There is no person": ROW | {"with": "person-0"},
    }
    for sentence, row in bad.items():
        form = new_id()
        answer = send(story, sheet(ROW | {"with": "Hana"}, row, form=form))
        assert answer.status_code == 422, sentence
        shown = read(answer.text)
        assert sentence in shown.first("div", role="alert").text()
        assert shown.first("input", name="command_id").attrs["value"] == form
        assert shown.first("input", name="with-1").attrs["value"] == "Hana"  # typed text is kept
        assert sum("autofocus" in box.attrs for box in shown.find("input")) == 1
        assert story.platform.pilots.head() == head


@pytest.mark.row("S000-sneakernet")
def test_s000_sneakernet__an_empty_sheet(story: Story) -> None:
    story.start()
    answer = send(story, sheet())
    assert (answer.status_code, "No row is filled in." in answer.text) == (422, True)
    lost = send(story, sheet(ROW, form="x"))
    assert (lost.status_code, "The form has lost its id." in lost.text) == (422, True)
    assert browser(story).get("/pilots/pilot-0/sheet").status_code == 404
    assert browser(story).get("/pilots/pilot-0/sheet/enter").status_code == 404


@pytest.mark.row("S000-sneakernet")
def test_s000_sneakernet__today_is_not_in_the_future(story: Story) -> None:
    story.start()
    send(story, sheet(ROW | {"day": "2026-03-02"}), "America/New_York")  # 4:00 in the morning
    ((event, _),) = kept(story, ParticipationLogged)
    assert event.occurred_at <= story.clock.now


@pytest.mark.row("S004-ask-of-customers")
def test_s004_ask_of_customers(story: Story) -> None:
    story.start()
    assert "What this pilot asks of you" not in story.page("/sheet")
    early = (story.now().moment or "").replace("+", "%2B")
    story.days(1)
    story.do(SetParticipantAsk(pilot=story.pilot, text=ASK))
    on_page = read(story.page("/charter")).find("dl", class_="pairs charter")
    assert any(f"What we ask of people{ASK}" in each.text() for each in on_page)
    assert ASK in story.page("/sheet")
    assert "The last day is 1 Mar 2027." in story.page("/sheet")
    assert ASK not in story.page(f"/sheet?as_of={early}")
