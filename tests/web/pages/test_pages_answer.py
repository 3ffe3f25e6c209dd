"""Every page answers: when there is nothing, when there is something, and when there is no such."""

import pytest

from tests.support.pages.browser import Browser, pilots_of
from tests.support.pages.reading_pages import read

LISTS = (
    "/",
    "/pilots",
    "/lessons",
    "/together",
    "/review",
    "/review/print",
    "/review.txt",
    "/find",
    "/find?q=a",
)
FORMS = ("/log", "/programmes/open", "/people/register", "/pilots/propose", "/lessons/learn")
OF_A_PILOT = ("", "?axis=recorded", "?lane=lesson", "?span=30d", "?hide=lesson", "/events",
              "?from_day=2026-01-01", "/start", "/close", "/changes", "/take-decision",
              "/changes?from=5&show=quiet")  # fmt: skip  # a list
MISSING = (
    "/nothing",
    "/pilots/pilot-0",
    "/pilots/lesson-0",
    "/pilots/%00",
    "/pilots/..%2f..%2fetc",
    "/pilots/%ff%fe",
    "/pilots/" + "a" * 5000,
    "/pilots/pilot-0/events",
    "/pilots/pilot-0/start",
    "/experiments/experiment-0/end",
    "/entries/entry-0/correct",
    "/entries/'%20or%201=1--/void",
    "/lessons/lesson-0/confirm",
)
SHOWING = ("/pilots", "/lessons", "/together", "/pilots/{}", "/pilots/{}/events")
COUNTING = ("/?did=", "/pilots?from=", "/together?from=", "/together?month=", "/lessons?from=",
            "/pilots/{}/events?after=")  # fmt: skip  # a list
BAD = {
    "as_of": ("10000-01-01", "2026-13-01", "soon", "%00", "9" * 400, "-1"),
    "at": ("-1", "1.5", "ten", "%00", "9" * 16, "9" * 5000, "²", "١٢", "١٢a", "1e3", "%2b1"),
    "axis": ("both", "%00", "Occurred"),
}


@pytest.mark.parametrize("path", [*LISTS, *FORMS, "/login", "/healthz", "/readyz"])
def test_a_page_answers_when_there_is_nothing_yet(browser: Browser, path: str) -> None:
    assert browser.get(path).status_code == 200


@pytest.mark.parametrize("path", [*LISTS, *FORMS, "/lessons?loop=tool", "/pilots?stage=running"])
def test_a_page_answers_when_there_is_something(filled: Browser, path: str) -> None:
    assert filled.get(path).status_code == 200


@pytest.mark.parametrize("path", OF_A_PILOT)
def test_a_page_of_a_pilot_answers(filled: Browser, path: str) -> None:
    told = [filled.get(f"/pilots/{each}{path}").status_code for each in pilots_of(filled)]
    assert told == [200] * 4


@pytest.mark.parametrize("path", MISSING)
def test_what_is_not_there_is_not_found(filled: Browser, path: str) -> None:
    answer = filled.get(path)

    assert answer.status_code == 404
    assert read(answer.text).first("h1").text() == "Not found"


def test_a_malformed_id_answers_as_one_that_nobody_has(filled: Browser) -> None:
    def main(path: str) -> str:
        return read(filled.get(path).text).first("main").text()

    assert main("/pilots/pilot-0") == main("/pilots/%00") == main("/pilots/Robert'); drop table")


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [("/", name, value) for name in ("as_of", "at") for value in BAD[name]]
    + [(path, name, BAD[name][1]) for path in SHOWING for name in ("as_of", "at")],
)
def test_a_bad_cut_is_refused_in_a_sentence(
    filled: Browser, path: str, name: str, value: str
) -> None:
    answer = filled.get(f"{path.format(pilots_of(filled)[0])}?{name}={value}")

    assert answer.status_code == 422
    said = read(answer.text).first("p", role="alert").text()
    assert said.endswith(".")
    assert len(said) < 200


@pytest.mark.parametrize("value", BAD["axis"])
def test_a_bad_axis_is_refused(filled: Browser, value: str) -> None:
    answer = filled.get(f"/pilots/{pilots_of(filled)[0]}?axis={value}")

    assert answer.status_code == 422
    assert "recorded or occurred" in read(answer.text).first("p", role="alert").text()


@pytest.mark.parametrize(
    ("path", "value"),
    [("/?before=", value) for value in BAD["at"]] + [(path, "1.5") for path in COUNTING],
)
def test_a_bad_number_is_refused(filled: Browser, path: str, value: str) -> None:
    answer = filled.get(f"{path.format(pilots_of(filled)[0])}{value}")

    assert answer.status_code == 422
    assert "whole number" in read(answer.text).first("p", role="alert").text()


def test_a_query_of_60_kilobytes_is_refused_in_a_short_sentence(filled: Browser) -> None:
    answer = filled.get("/?as_of=" + "a" * 60_000)

    assert answer.status_code == 422
    assert len(read(answer.text).first("p", role="alert").text()) < 200


@pytest.mark.parametrize(
    "value", ["0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31", "1969-07-20"]
)
@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Kiritimati"])
def test_the_ends_of_the_calendar_can_be_looked_at(filled: Browser, value: str, zone: str) -> None:
    answer = filled.get(f"/?as_of={value}", cookie=f"pilotlog-zone={zone}")

    assert answer.status_code in (200, 422)


@pytest.mark.parametrize(
    "path", ["/", "/pilots", "/lessons", "/review", "/log", "/login", "/healthz"]
)
def test_head_answers_like_get_without_a_body(filled: Browser, path: str) -> None:
    answer = filled.client.head(path)

    assert (answer.status_code, answer.content) == (200, b"")


def test_a_wrong_method_is_refused_and_the_right_ones_are_named(filled: Browser) -> None:
    answer = filled.client.delete("/pilots")

    assert answer.status_code == 405
    assert "GET" in answer.headers.get("allow", "")
