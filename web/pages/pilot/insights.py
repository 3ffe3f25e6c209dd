"""The insights of a pilot: four questions, answered from its log; and the same for programs."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import RowMapping
from starlette.responses import RedirectResponse, Response

from domain.kernel.messages import Message, say, say_in_a_row, say_many
from web.aspects import ASPECTS
from web.aspects.view import Looking, View
from web.http.page import Page
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.http.responses import answer, plain
from web.http.urls import url
from web.pages.pilot.looking import TABS, looking_at, pilot_at
from web.pages.pilot.loops import LoopState, loops_of
from web.pages.pilot.next_step import NextStep, next_step
from web.pages.pilot.questions import QUESTIONS
from web.pages.pilot.questions.card import VIEWS, AnsweredQuestion, answered
from web.pages.pilot.regions import HeroPart, hero
from web.pages.results import ShownResult


class ShownQuestion(Struct, frozen=True):
    """A question, the sentence that answers it, and the cards below it."""

    answered: AnsweredQuestion
    says: Message


class InsightsPage(Page, template="pilot/insights.html"):
    """Four questions about a pilot, with what is known on each."""

    pilot: RowMapping
    tabs: Sequence[tuple[str, Message]] = TABS
    tab: str = "insights"
    may_change: bool
    hero: HeroPart
    one: ShownResult
    loops: LoopState
    next_step: NextStep | None
    questions: Sequence[ShownQuestion]


class ViewPage(Page, template="pilot/view.html"):
    """A view by itself, with what answers it."""

    pilot: RowMapping
    view: View
    answer: Any


def show_insights(reading: Reading) -> Response:
    """GET /pilots/{pilot}/insights — did it work, what did we learn, who takes part, on what."""
    looking = looking_at(reading)
    pilot = pilot_at(looking)
    head, loops = hero(reading, looking, pilot), loops_of(looking)
    questions = [answered(question, looking) for question in QUESTIONS]
    sentences = _sentences(looking, head.shown_stage)
    page = InsightsPage(
        pilot=pilot,
        may_change=reading.may_change,
        hero=head,
        one=head.shown_stage,
        loops=loops,
        next_step=next_step(looking.pilot, loops.experiment, loops.missing),
        questions=[ShownQuestion(each, sentences[each.question.slug]) for each in questions],
    )
    return reading.render(page)


def show_view(reading: Reading) -> Response:
    """GET /pilots/{pilot}/insights/{view} — what answers one card, in full."""
    view = VIEWS.get(reading.path["view"])
    if view is None:
        raise Unanswerable(404, say("There is no such page, or you may not see it."))
    looking = looking_at(reading)
    page = ViewPage(pilot=pilot_at(looking), view=view, answer=view.answer(looking))
    return reading.render(page)


def lead_to_insights(reading: Reading) -> Response:
    """GET /pilots/{pilot}/learning and the like — what was a page of its own stands in insights."""
    query = f"?{reading.request.url.query}" if reading.request.url.query else ""
    return RedirectResponse(url(f"/pilots/{reading.path['pilot']}/insights{query}"), 308)


def get_aspect(reading: Reading) -> Response:
    """GET /api/v1/pilots/{pilot}/aspects/{aspect} — what the views of an aspect say."""
    found = {aspect.slug: aspect for aspect in ASPECTS}.get(reading.path["aspect"])
    if found is None:
        raise Unanswerable(
            404, say("Ask for one of {names}.", names=", ".join(each.slug for each in ASPECTS))
        )
    looking = looking_at(reading)
    return answer({view.slug: plain(view.answer(looking)) for view in found.views})


def _sentences(looking: Looking, shown: ShownResult) -> Mapping[str, Message]:
    """Return the sentence that answers each question."""
    known, figures = looking.known, shown.result.figures
    lessons = figures.lessons.count
    taking_part = say(
        "{people} in {entries}.",
        people=say_many(figures.people.count, "{n} person", "{n} people"),
        entries=say_many(figures.entries.count, "{n} entry", "{n} entries"),
    )
    replies = figures.replies.count
    to_each_other = say_many(
        replies,
        "{part} of {n} reply went to another participant, not to the owner.",
        "{part} of {n} replies went to another participant, not to the owner.",
        part=figures.replies_to_peers.count,
    )
    found, own = len(known.evidence), sum(each.whose == "own" for each in known.evidence)
    return {
        "worked": shown.result.headline,
        "learned": say_many(lessons, "{n} lesson.", "{n} lessons.")
        if lessons
        else say("No lesson yet."),
        "part": say_in_a_row([taking_part, to_each_other]) if replies else taking_part,
        "rests": say_many(
            found,
            "{n} piece of evidence, {own} of our own.",
            "{n} pieces of evidence, {own} of our own.",
            own=own,
        )
        if found
        else say("No evidence yet."),
    }
