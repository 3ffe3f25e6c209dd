"""The lists are anybody's to edit, and nothing that is typed into them or beside them breaks."""

from pathlib import Path

import pytest

from domain import wording
from domain.wording import LISTS, Flag, Lists, flags, is_demographic, is_extraction

FOLDER = Path(wording.__file__).parent / "lists"


def with_vague(*phrases: str) -> Lists:
    return {**LISTS, "vague": [*LISTS["vague"], *phrases]}


def vague(text: str, *phrases: str) -> str | None:
    """Return the words found by these phrases alone."""
    return next((flag.phrase for flag in flags(text, {"vague": phrases})), None)


def test_each_file_is_a_list_in_order_without_comments() -> None:
    assert list(LISTS) == sorted(path.stem for path in FOLDER.glob("*.txt"))
    for phrases in LISTS.values():
        assert list(phrases) == sorted(set(phrases))
        assert not any(phrase.startswith("#") or phrase != phrase.strip() for phrase in phrases)


def test_a_phrase_added_to_the_list_flags_and_taken_away_no_longer_does() -> None:
    sentence = "Roofers polish the halo of the guild so that nobody falls"
    assert flags(sentence) == ()
    assert flags(sentence, with_vague("polish the halo")) == (Flag("vague", "polish the halo"),)
    assert flags(sentence, with_vague()) == ()


def test_a_listed_phrase_taken_away_no_longer_flags_where_no_other_matches() -> None:
    sentence = "Nurses move the needle before each shift so that nobody is hurt"
    assert flags(sentence) == (Flag("vague", "move the needle"),)
    fewer = [phrase for phrase in LISTS["vague"] if phrase != "move the needle"]
    assert flags(sentence, {**LISTS, "vague": fewer}) == ()


def test_a_list_that_is_changed_in_place_is_read_anew() -> None:
    phrases = ["halo"]
    assert flags("a halo", {"vague": phrases})
    phrases.clear()
    assert not flags("a halo", {"vague": phrases})


def test_without_lists_nothing_is_flagged() -> None:
    assert flags("Increase awareness with synergy on Facebook", {}) == ()
    assert is_demographic("women 25–40", {}) is None
    assert is_extraction("sales", {}) is None


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("improv*", "We are IMPROVING things", "IMPROVING"),
        ("improv*", "We unimproved things", None),
        ("improv", "We improve things", None),
        ("*keeper", "A beekeeper sings", "beekeeper"),
        ("get … to click", "get all of them to click", "get all of them to click"),
        ("get … to click", "get to click", "get to click"),
        ("get … to click", "get each and all of them to click", None),
        ("get...to click", "get them to click", "get them to click"),
        ("cafe", "A CAFÉ opens", "CAFÉ"),
        ("café", "A cafe opens", "cafe"),
        ("don't know", "we don’t know", "don’t know"),
        ("dont know", "we don't know", "don't know"),
        ("world class", "World-class!", "World-class"),
        ("added, value", "added value", "added value"),
        ("straße", "Die STRASSE", "STRASSE"),
    ],
)
def test_matching_ignores_what_people_do_not_mean(
    phrase: str, text: str, found: str | None
) -> None:
    assert vague(text, phrase) == found


@pytest.mark.parametrize("phrase", ["", " ", "…", "???", "…  …", "🚀", "#", "("])
def test_a_phrase_without_words_matches_nothing(phrase: str) -> None:
    assert vague("Any (text) … at all? 🚀 #", phrase) is None


@pytest.mark.parametrize("phrase", ["a.c", "(abc", "a+b|c", "[a-z]", "\\w+", "^abc$", "a{2,}"])
def test_a_phrase_is_never_a_regular_expression(phrase: str) -> None:
    assert vague("abc xyz aa", phrase) == ("abc" if phrase in {"(abc", "^abc$"} else None)


def test_stars_and_gaps_without_end_do_not_hang() -> None:
    assert vague("a " * 1_900, "a … " * 20 + "b") is None
    assert vague("aaa bbb", "*") == "aaa"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "🚀🔥👩‍👩‍👧‍👦",
        "زيادة الوعي بين الناس",
        "\u202essenerawa esaercni",
        "(((((((((([[[[[[*+?{",
        "e" + "\u0301" * 5_000,
        "\x00\ud800",
        "12 %",
    ],
)
def test_a_text_without_listed_words_is_not_flagged(text: str) -> None:
    assert flags(text) == ()
    assert is_demographic(text) is None
    assert is_extraction(text) is None


def test_a_very_long_text_is_read_from_its_beginning() -> None:
    assert Flag("vague", "Increase awareness") in flags("Increase awareness " * 500_000)
    assert flags("x" * 2_000_000) == ()
