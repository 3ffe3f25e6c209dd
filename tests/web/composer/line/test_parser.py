"""One typed line is read into who, on what, how long, when, and how."""

from datetime import datetime

import pytest

from domain.kernel.fields import Mode
from web.composer.line import ParsedLine, read_line
from web.composer.line.words import MODES

NOW = datetime(2026, 11, 25, 14, 0)  # noqa: DTZ001  # a local time; a Wednesday
MEDIA = ("shared board", "Wiki")
MEMBERS = ("Mere Vaipulu", "Tom Berg")


def read(line: str) -> ParsedLine:
    return read_line(line, NOW, MEDIA, MEMBERS)


def test_a_whole_line_is_read_at_once() -> None:
    line = read("@mere @tom co-wrote tender FAQ on wiki 40m yesterday")

    assert line == ParsedLine(
        text="co-wrote tender FAQ",
        names=("mere", "tom"),
        medium="Wiki",
        minutes="40",
        when="2026-11-24T12:00",
        exact=False,
        mode="co-create",
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Yesterday @mere and @tom fixed the pump", "fixed the pump"),
        ("fixed the pump with @tom, @mere and @ana", "fixed the pump"),
        ("helped @tom with the FAQ for 1h30 on the shared board", "helped @tom with the FAQ"),
        ("on phone with @tom 20m this morning: he agreed", "he agreed"),
        ("planned sprint 2 in 40 minutes", "planned sprint 2"),
        ("@tom 40m", "@tom 40m"),
        ("wrote minutes;\n\n  and a half", "wrote minutes;\n\n  and a half"),
        ("@tom: with and, he agreed.", "he agreed."),
    ],
)
def test_what_stands_at_an_end_leaves_the_text_and_what_stands_within_stays(
    typed: str, text: str
) -> None:
    assert read(typed).text == text


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("@Mere Vaipulu explained it", ("Mere Vaipulu",)),
        ("@mere vaipulu explained it", ("mere",)),
        ("asked @Ana Planned", ("Ana",)),
        ("@tom @tom @mere met", ("tom", "mere")),
        ("write to me@tom.org", ()),
        ("@Ana-Lucía met @O’Neil.", ("Ana-Lucía", "O’Neil")),
    ],
)
def test_names_begin_with_an_at_sign(typed: str, names: tuple[str, ...]) -> None:
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
        ("met yesterday", "2026-11-24T12:00", False),
        ("met yesterday 15:00", "2026-11-24T15:00", True),
        ("met yesterday at 3pm", "2026-11-24T15:00", True),
        ("met today", "2026-11-25T12:00", False),
        ("met at 9:30", "2026-11-25T09:30", True),
        ("met at 15:00", "2026-11-24T15:00", True),  # not yet three o'clock today
        ("met last friday", "2026-11-20T12:00", False),
        ("met on 20 Nov", "2026-11-20T12:00", False),
        ("met on 2026-11-20", "2026-11-20T12:00", False),
        ("met on 2026-11-27", "", True),
        ("met 2 hours ago", "2026-11-25T12:00", True),
        ("gestern getroffen", "2026-11-24T12:00", False),
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
    assert read(typed).text
