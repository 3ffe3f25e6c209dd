"""Advice says what is vague, tool-first, mission-speak or an output, and leaves purposes alone."""

import pytest

from domain.wording import Flag, first_words_name_a_tool, flags, is_demographic, is_extraction
from tests.domain.wording.samples import AUDIENCES, SENTENCES

HALVES = ["tuning", "kept back"]
BLIND = [f"blind {letter}" for letter in "abcde"]


def kinds(text: str) -> set[str]:
    return {flag.list for flag in flags(text)}


@pytest.mark.parametrize("half", [*HALVES, "later", *BLIND])
@pytest.mark.parametrize(("section", "least", "most"), [("purposeful", 0, 1), ("vague", 36, 40)])
def test_of_forty_at_most_one_purpose_is_flagged_and_at_least_36_that_are_none(
    half: str, section: str, least: int, most: int
) -> None:
    sentences = SENTENCES[f"{section}, {half}"]
    flagged = [sentence for sentence in sentences if flags(sentence)]
    assert least / 40 <= len(flagged) / len(sentences) <= most / 40, flagged


def test_there_are_enough_sentences_and_none_twice() -> None:
    assert all(len(SENTENCES[f"purposeful, {half}"]) >= 60 for half in HALVES)
    assert all(len(SENTENCES[f"vague, {half}"]) >= 60 for half in HALVES)
    sentences = [each for section in SENTENCES.values() for each in section]
    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize(
    "goal",
    [
        "Build a network",
        "Give better service",
        "Have a network ready for a crisis",
        "Get insights into our products",
        "Extend our reach",
        "Understand our reputation",
    ],
)
def test_a_goal_that_a_pilot_may_have_is_not_flagged(goal: str) -> None:
    assert flags(goal) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("increase awareness", "vague"),
        ("build our profile", "vague"),
        ("We want to INCREASE, erm, awareness.", "vague"),
        ("How do I 'do' Twitter?", "tool-first"),
        ("How do I get customers to click on our Facebook posts?", "tool-first"),
        ("Which tools should we use?", "tool-first"),
        ("create a YouTube channel", "outputs"),
        ("We are the leading provider of gravel", "mission-speak"),
        ("World‑class gravel", "mission-speak"),
        ("synergy", "mission-speak"),
    ],
)
def test_each_kind_is_told(text: str, kind: str) -> None:
    assert kind in kinds(text)


def test_at_most_one_flag_of_each_kind_with_the_words_as_typed() -> None:
    found = flags("We, the “Leading  Provider”, are world-class and second to none.")
    assert [(flag.list, flag.phrase) for flag in found] == [("mission-speak", "Leading  Provider")]


def test_a_tool_with_somebody_who_gets_something_done_is_not_flagged() -> None:
    assert kinds("We need a wiki") == {"tool-first"}
    assert kinds("We need a wiki so that welders find the drawing before they start") == set()


@pytest.mark.parametrize("half", HALVES)
def test_audiences_by_interest_are_told_from_demographic_ones(half: str) -> None:
    interested = [each for each in AUDIENCES[f"interested, {half}"] if is_demographic(each)]
    demographic = [each for each in AUDIENCES[f"demographic, {half}"] if is_demographic(each)]
    assert len(interested) <= 0.025 * len(AUDIENCES[f"interested, {half}"]), interested
    assert len(demographic) >= 0.9 * len(AUDIENCES[f"demographic, {half}"]), demographic


def test_the_whole_demographic_audience_is_quoted() -> None:
    assert is_demographic("women 25–40") == Flag("demographic", "women 25–40")
    assert is_demographic("people who fix their own bikes") is None
    assert is_demographic("retired miners who still keep the old shaft maps") is None
    assert is_demographic("Women Who Code") is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Twitter, Facebook and a blog", "Twitter"),
        ("Our LinkedIn page", "LinkedIn"),
        ("www.example.org and a forum", "www.example.org"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("example.com", "example.com"),
    ],
)
def test_a_text_that_begins_with_a_brand_or_an_address_is_told(text: str, phrase: str) -> None:
    assert first_words_name_a_tool(text) == Flag("brands", phrase)


@pytest.mark.parametrize(
    "text",
    ["Nurses answer each other, on Twitter or by phone", "A choir. A blog.", "", "e.g. this"],
)
def test_a_text_that_begins_with_something_else_is_left_alone(text: str) -> None:
    assert first_words_name_a_tool(text) is None


@pytest.mark.parametrize(
    "measure", ["Click-through rate", "response rate", "Conversions", "sales", "qualified leads"]
)
def test_a_measure_that_takes_is_told(measure: str) -> None:
    assert is_extraction(measure) == Flag("extraction", measure)


@pytest.mark.parametrize(
    "measure",
    ["answer time for customers", "bikes repaired", "lead time", "families who find a room"],
)
def test_a_measure_that_gives_is_left_alone(measure: str) -> None:
    assert is_extraction(measure) is None
