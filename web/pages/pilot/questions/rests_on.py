"""What a pilot rests on: explanations, assumptions, decisions, readiness."""

from typing import Any

from domain.kernel.messages import Message, say, say_many
from web.pages.pilot.questions.card import Card, InsightQuestion, unless

FEWEST_EVIDENCE = 3


def _asked(v: Any) -> Message:
    return say_many(len(v.sides), "{n} group is covered.", "{n} groups are covered.")


def _explained(v: Any) -> Message:
    return say_many(len(v.beams), "{n} explanation.", "{n} explanations.")


def _assumed(v: Any) -> Message:
    return say("{open} open, {tested} tested.", open=len(v.risks.open), tested=len(v.risks.tested))


def _ready(v: Any) -> Message:
    return say(
        "{settled} of {all} areas are made or not needed.",
        settled=v.board.settled.count,
        all=len(v.board.posts),
    )


def _decided(v: Any) -> Message:
    checked = [each for each in v.verdicts if each.held is not None]
    return say(
        "{held} of {n} checked decisions held.",
        held=sum(bool(each.held) for each in checked),
        n=len(checked),
    )


QUESTION = InsightQuestion(
    "rests",
    say("What does it rest on?"),
    (
        Card(
            slug="framework",
            lacks=lambda v: unless(bool(v.beams), say("an explanation")),
            says=_explained,
            picture="_explained.html",
            wide=6,
        ),
        Card(
            slug="risks",
            lacks=lambda v: unless(bool(v.risks.open or v.risks.tested), say("what we assumed")),
            says=_assumed,
            picture="_assumed.html",
            wide=6,
        ),
        Card(
            slug="decisions",
            lacks=lambda v: unless(bool(v.verdicts), say("a decision")),
            says=_decided,
            picture="_decided.html",
            wide=6,
        ),
        Card(
            slug="readiness",
            lacks=lambda v: unless(
                v.board.assessed.count > 0 or v.board.settled.count > 0,
                say("ready to grow"),
            ),
            says=_ready,
            picture="_ready.html",
            wide=6,
        ),
        Card(
            slug="coverage",
            lacks=lambda v: unless(
                v.placed.count + v.without_area.count >= FEWEST_EVIDENCE,
                say("who was asked"),
            ),
            says=_asked,
        ),
    ),
)
