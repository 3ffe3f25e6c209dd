"""A form is one wish, however often it is sent; its id is worth nothing for another wish."""

import pytest

from pilots.request import new_id
from tests.support.pages.browser import Browser, entries_of, sign_in
from web.bootstrap import Platform


def test_what_a_refused_form_was_can_be_sent_again_with_its_id(
    browser: Browser, shown: str
) -> None:
    said = {"command_id": new_id(), "pilot": shown, "text": "Wrote minutes", "minutes": "-1"}

    assert browser.send("/log", said).status_code == 422
    assert browser.send("/log", said | {"minutes": "10"}).status_code == 303


def test_the_same_id_of_another_person_is_another_wish(manager: Browser, member: Browser) -> None:
    said = {"command_id": new_id(), "name": "Rua"}

    assert manager.send("/people/register", said).status_code == 303
    before = manager.head()
    assert member.send("/people/register", said | {"name": "Moana"}).status_code == 303

    assert [event.by for event in manager.stored(before)] == [member.who]


def test_a_double_click_from_two_places_at_once_is_done_once(platform: Platform) -> None:
    one = sign_in(platform, "mere", "member")
    again = Browser(platform, one.token)
    said = {"command_id": new_id(), "title": "Night desk"}

    answers = [each.send("/pilots/propose", said) for each in (one, again)]

    assert len({answer.headers["location"] for answer in answers}) == 1


@pytest.mark.parametrize("name", ["Ana", "Ángel", "ŽELJKO", "李明", "Renée", "Rene\u0301e", "@Tom"])
def test_a_new_name_makes_one_person_however_often_it_is_named(
    browser: Browser, shown: str, name: str
) -> None:
    for text in ("first", "second"):
        browser.sent("/log", {"pilot": shown, "text": text, "with": name})

    first, second = entries_of(browser)
    assert first.with_ == second.with_


@pytest.mark.parametrize("names", ["Ana, Ana", "Ana, ana", "Ana,@Ana", "Ana , Ana,,"])
def test_a_new_name_said_twice_in_one_line_is_one_person(
    browser: Browser, shown: str, names: str
) -> None:
    before = browser.head()

    browser.sent("/log", {"pilot": shown, "text": "first", "with": names})

    stored = [event.fact.stored_as for event in browser.stored(before)]
    assert stored == ["person.registered.v1", "participation.logged.v1"]
