"""Pages are said in the language of their reader; what a template says can be translated."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest
from jinja2 import nodes

from domain.kernel.messages import say
from tests.support.pages.bracketed_texts import TEMPLATES, texts
from tests.support.pages.browser import Browser, pilots_of
from tests.support.pages.reading_pages import read
from tests.web.timeline.test_picture import night
from web.http.templates import templates
from web.i18n.current import speaking
from web.i18n.languages import language_called


@pytest.mark.usefixtures("german")
def test_texts_numbers_and_days_are_those_of_the_language(filled: Browser) -> None:
    pilot = f"/pilots/{pilots_of(filled)[-1]}"
    page = filled.page(pilot, accept_language="fr, de-AT;q=0.8, en;q=0.5")

    assert page.first("html").attrs["lang"] == "de"
    assert page.first("h2", id="feed-h").text() == "⟦Last in the log⟧"
    assert page.first("nav", class_="rail").attrs["aria-label"] == "⟦Main⟧"
    assert "⟦5 take part⟧" in page.first("section", id="result").text()
    peers = filled.page(f"{pilot}/insights/peer-share", accept_language="de")
    assert re.search(r"\d,\d", peers.first("main").text())
    day = page.first("section", id="feed").find("time")[-1].text()
    assert day[0].isdigit() or day.startswith("vor ")
    assert "⟦" not in filled.get(pilot, accept_language="en, de;q=0.1").text
    assert "⟦" not in filled.get(pilot).text


@pytest.mark.usefixtures("german")
def test_rules_forms_and_refusals_are_said_in_the_language(filled: Browser) -> None:
    pilot = night(filled)
    page = filled.page(pilot, accept_language="de")
    for hint in page.first("details", class_="later").find("li"):
        assert hint.text().startswith("⟦")
        assert hint.first("a", class_="btn").text().startswith("⟦")
    assert page.first("a", aria_current="page", href="/pilots").text() == "⟦Pilots⟧"

    form = filled.page(f"{pilot}/define-measure", accept_language="de")
    labels = [n.text() for n in form.first("main").find("label")]
    assert {each[:1] for each in labels} == {"⟦"}
    sent = read(filled.send(f"{pilot}/define-measure", {}, accept_language="de").text)
    assert "⟦this is needed.⟧" in sent.first("p", role="alert").text()
    refused = read(filled.get("/pilots/pilot-0", accept_language="de").text)
    assert refused.first("main").text().count("⟦No such pilot was known then") == 1
    assert "⟦" not in filled.get("/api/v1/pilots/pilot-0").text


@pytest.mark.usefixtures("german")
def test_who_chose_a_language_keeps_it_on_every_page(browser: Browser) -> None:
    form = browser.page("/settings").first("form", action="/language")
    assert [n.text() for n in form.find("button")] == ["English", "Deutsch"]

    answer = browser.client.post("/language", data={"language": "de", "back": "/people"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/people")
    assert browser.page("/people", accept_language="en").first("html").attrs["lang"] == "de"
    browser.client.post("/language", data={"language": "xx", "back": "https://evil.example/"})
    assert browser.page("/").first("html").attrs["lang"] == "de"


def test_who_names_no_language_that_is_here_is_spoken_to_in_english(browser: Browser) -> None:
    for named in ("tlh", "", "*", "de;;;=", "x" * 4000):
        assert browser.page("/", accept_language=named).first("html").attrs["lang"] in ("en", "de")
    assert browser.page("/", accept_language="tlh").first("html").attrs["lang"] == "en"
    assert browser.page("/").first("html").attrs["lang"] == "en"


def test_a_day_in_a_sentence_is_written_as_the_language_writes_days() -> None:
    day = date(2027, 1, 21)
    told = {}
    for code in ("en", "de"):
        with speaking(language_called(code)):
            told[code] = str(say("Ends on {ends_on}.", ends_on=day))

    assert told == {"en": "Ends on 21 Jan 2027.", "de": "Endet am 21. Jan. 2027."}
    assert str(say("Ends on {ends_on}.", ends_on=day)) == "Ends on 2027-01-21."


def test_the_texts_of_all_templates_are_found() -> None:
    found = [str(each.id) for each in texts() if each.id]

    assert len(found) > 700
    assert [
        each for each in found if "<" in re.sub("</?b>", "", each) or '="' in each or "{{" in each
    ] == []


TRANSLATED = re.compile(r"\{%-?\s*trans\b.*?\bendtrans\s*%\}", re.DOTALL)
UNREAD = re.compile(
    r"\{% block place %\}.*?\{% endblock %\}"
    r"|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->"
    r"|<(script|style)\b.*?</\1>|<(code|kbd)>\w*</\2>",
    re.DOTALL,
)
READ_OUT = re.compile(r"(?<![\w-])(?:aria-label|alt|placeholder|title)=\"([^\"]*)\"")
ATTRIBUTE = re.compile(r"\b(?:required|autofocus)\b|[\w-]+=(\"[^\"]*\"|'[^']*')")
TAG = re.compile(r"<[/!]?[a-zA-Z](?:\"[^\"]*\"|[^\">])*>")


FRACTION = re.compile(r"%(?:\.[1-9]f|g)\b")  # how Python writes one, whoever reads


def test_no_text_of_a_template_stands_where_it_cannot_be_translated() -> None:
    paths = sorted(TEMPLATES.rglob("*.html"))
    assert {path.name: found for path in paths if (found := untranslated(path.read_text()))} == {}


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Two words</p>", ["Two words"]),
        ("<p>{% trans %}Two words{% endtrans %} &amp; · {{ n }}</p>", []),
        ('<a title="Go" href="x y">{{ n }} of</a>', ["of", "Go"]),
        ('<p class="a" {% if n %}title="If"{% endif %}><kbd>K</kbd></p>', ["If"]),
        ("<script>let a = 1;</script><!-- not read -->{# nor this #}", []),
    ],
)
def test_a_text_nobody_can_translate_is_found(html: str, found: list[str]) -> None:
    assert untranslated(html) == found


def test_no_expression_of_a_template_prints_words_nobody_can_translate() -> None:
    paths = sorted(TEMPLATES.rglob("*.html"))
    assert {path.name: found for path in paths if (found := printed(path.read_text()))} == {}


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('{{ "entry gives" if n == 1 else "entries give" }}', ["entry gives", "entries give"]),
        ('{{ titles.get(one, "A pilot") }}', ["A pilot"]),
        ('{{ each.text or "Nothing said" }}', ["Nothing said"]),
        ('{{ (each.text or "not said") | say }} {{ gettext("A pilot") }}', []),
        ('<p class="{{ "good" if held else "bad" }}">{{ "; " if more }}</p>', []),
    ],
)
def test_words_an_expression_prints_are_found(html: str, found: list[str]) -> None:
    assert printed(html) == found


def test_a_number_with_a_fraction_is_written_as_the_language_writes_it() -> None:
    past = [path.name for path in TEMPLATES.rglob("*.html") if FRACTION.search(path.read_text())]
    assert past == []


def printed(html: str) -> list[str]:
    """Return the words an expression of a template prints as they are: a phrase, or a name."""
    outputs = templates.parse(html).find_all(nodes.Output)
    return [words for output in outputs for each in output.nodes for words in _words_in(each)]


def _words_in(node: nodes.Node) -> Iterator[str]:
    match node:
        case nodes.Const(value=str() as text) if re.search(r"[A-Za-z] [a-z]|^[A-Z][a-z]", text):
            yield text
        case nodes.CondExpr(expr1=one, expr2=other):
            yield from _words_in(one)
            yield from _words_in(other) if other else ()
        case nodes.Or(left=left, right=right) | nodes.And(left=left, right=right):
            yield from (*_words_in(left), *_words_in(right))
        case nodes.Filter(name=name, node=nodes.Node() as inner) if name != "say":
            yield from _words_in(inner)
        case nodes.Call(node=nodes.Getattr(attr="get"), args=arguments):
            yield from (words for each in arguments for words in _words_in(each))
        case _:
            pass


def untranslated(html: str) -> list[str]:
    """Return the texts of a template outside its trans blocks, and those it reads out."""
    rest = UNREAD.sub("", TRANSLATED.sub("", html))
    between = ATTRIBUTE.sub("", TAG.sub("\0", rest))  # what a block says of a tag stands in none
    texts = [*between.split("\0"), *READ_OUT.findall(rest)]
    return [text.strip() for text in texts if any(map(str.isalpha, unescape(text)))]
