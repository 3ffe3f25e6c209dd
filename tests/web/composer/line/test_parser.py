"""One typed line is read into who, on what, how long, when, and how."""

from datetime import datetime

import pytest

from domain.kernel.fields import Mode
from web.composer.line import ParsedLine, read_line
from web.composer.line.kind import WORDS
from web.composer.line.measured import KnownMeasure, measurement_in
from web.composer.line.words import MODES

NOW = datetime(2026, 11, 25, 14, 0)  # noqa: DTZ001  # a local time; a Wednesday
MEDIA = ("shared board", "Wiki")
MEMBERS = ("Mere Vaipulu", "Tom Berg")


def read(line: str) -> ParsedLine:
    return read_line(line, NOW, MEDIA, MEMBERS)


def test_a_whole_line_is_read_at_once() -> None:
    line = read("@mere @tom co-wrote tender FAQ on wiki 40m yesterday")

    assert (line.names, line.medium, line.minutes, line.mode) == (
        ("Mere Vaipulu", "Tom Berg"),
        "Wiki",
        "40",
        "co-create",
    )
    assert (line.when, line.exact, line.kind) == ("2026-11-24", False, None)


def test_what_was_read_is_marked_where_it_stands() -> None:
    typed = "Tom Berg and @mere met yesterday, phone, 40m"

    marks = [(typed[m.start : m.end], m.field) for m in read(typed).marks]

    assert marks == [
        ("Tom Berg", "with"),
        ("@mere", "with"),
        ("met", "mode"),
        ("yesterday", "occurred_at"),
        ("phone", "medium"),
        ("40m", "minutes"),
    ]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("@Mere Vaipulu explained it", ("Mere Vaipulu",)),
        ("@mere vaipulu explained it", ("Mere Vaipulu",)),
        ("asked @Ana Planned", ("Ana",)),
        ("@tom @tom @mere met", ("Tom Berg", "Mere Vaipulu")),
        ("write to me@tom.org", ()),
        ("@Ana-Lucía met @O’Neil.", ("Ana-Lucía", "O’Neil")),
        ("Tom Berg explained it to Mere", ("Tom Berg", "Mere Vaipulu")),
        ("Tom and tom read it", ("Tom Berg",)),  # a name is written with a capital
        ("Ana explained it", ()),  # nobody of that name is in the pilot
    ],
)
def test_names_stand_behind_an_at_sign_or_are_those_of_the_pilot(
    typed: str, names: tuple[str, ...]
) -> None:
    assert read(typed).names == names


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("talked 40m", "40"),
        ("talked for 40 minutes", "40"),
        ("talked 1h", "60"),
        ("talked 1.5 hours", "90"),
        ("talked 1,5 Stunden", "90"),
        ("talked 1h 30m", "90"),
        ("laid 3 m of cable", ""),
        ("version 3.5m", ""),
        ("talked 2 hours ago", ""),
        ("vor 2 Stunden geredet", ""),
        ("talked 0m", ""),
    ],
)
def test_how_long_it_took(typed: str, minutes: str) -> None:
    assert read(typed).minutes == minutes


@pytest.mark.parametrize(
    ("typed", "when", "exact"),
    [
        ("met yesterday", "2026-11-24", False),
        ("met yesterday 15:00", "2026-11-24T15:00", True),
        ("met yesterday at 3pm", "2026-11-24T15:00", True),
        ("met today", "2026-11-25", False),
        ("met at 9:30", "2026-11-25T09:30", True),
        ("met at 15:00", "2026-11-24T15:00", True),  # not yet three o'clock today
        ("met last friday", "2026-11-20", False),
        ("met on 20 Nov", "2026-11-20", False),
        ("met on 2026-11-20", "2026-11-20", False),
        ("met on 2026-11-27", "", True),
        ("met 2 hours ago", "2026-11-25T12:00", True),
        ("gestern getroffen", "2026-11-24", False),
        ("am Montag um 15 Uhr getroffen", "2026-11-23T15:00", True),
        ("vor 2 Stunden getroffen", "2026-11-25T12:00", True),
        ("met in may", "", True),
        ("counted 40 of them", "", True),
    ],
)
def test_when_it_was_in_two_languages_and_never_later_than_now(
    *, typed: str, when: str, exact: bool
) -> None:
    line = read(typed)

    assert (line.when, line.exact) == (when, exact)


@pytest.mark.parametrize(
    ("typed", "medium"),
    [
        ("wrote on the shared board", "shared board"),
        ("wrote on WIKI", "Wiki"),
        ("talked by phone", "phone"),
        ("put it on the table", ""),
        ("the wiki broke", ""),
    ],
)
def test_on_what_medium(typed: str, medium: str) -> None:
    assert read(typed).medium == medium


@pytest.mark.parametrize(("mode", "word"), [(mode, w) for mode in MODES for w in MODES[mode]])
def test_every_verb_says_how(mode: Mode, word: str) -> None:
    assert read(f"We {word} it").mode == mode


@pytest.mark.parametrize(
    ("typed", "mode"),
    [("sat there", "contribute"), ("sat there with @tom", "co-create"), ("wrote", "contribute")],
)
def test_without_a_verb_company_says_how(typed: str, mode: str) -> None:
    assert read(typed).mode == mode


@pytest.mark.parametrize(
    "typed",
    [each * 3000 for each in ("@", "on ", "1h ", "a@b ", ", ", "@x ", "and ")]
    + [f"@x{' ' * 9000}y", f"y{' ' * 9000}40m"],
)
def test_no_line_takes_long(typed: str) -> None:
    assert read(typed).mode


@pytest.mark.parametrize(("kind", "word"), [(kind, w) for kind in WORDS for w in WORDS[kind]])
@pytest.mark.parametrize("before", ["", "We ", "wir haben "])
def test_the_first_word_says_what_a_line_is(kind: str, word: str, before: str) -> None:
    assert read(f"{before}{word.capitalize()} two pens").kind == kind


@pytest.mark.parametrize(
    "typed", ["The board learned us nothing", "problems with it", "wrote what we tried", ""]
)
def test_a_word_that_is_not_the_first_says_nothing_of_it(typed: str) -> None:
    assert read(typed).kind is None


MEASURES = {
    "first": KnownMeasure("Faults settled in the first call", "%"),
    "twice": KnownMeasure("Faults sent out twice", "%"),
}


@pytest.mark.parametrize(
    ("typed", "measure", "value", "n"),
    [
        ("first call 52 %, of 29 faults", "first", "52", "29"),
        ("52,5 settled in the first call", "first", "52.5", ""),
        ("17 sent out twice, 3 out of 18", "twice", "17", "18"),
        ("faults 12", "", "12", ""),  # of which, nobody can tell
        ("-4 twice von 9", "twice", "-4", "9"),
    ],
)
def test_a_number_is_one_of_the_measure_it_names(
    typed: str, measure: str, value: str, n: str
) -> None:
    found = measurement_in(typed, MEASURES)

    assert found
    assert (found.measure, found.value, found.n) == (measure, value, n)


def test_the_only_measure_needs_no_name_and_no_number_is_none() -> None:
    only = {"first": MEASURES["first"]}

    assert getattr(measurement_in("12", only), "measure", "") == "first"
    assert measurement_in("the first call went well", MEASURES) is None
