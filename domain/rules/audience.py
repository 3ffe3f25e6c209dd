"""Whom a pilot is for, and what they get from it."""

from datetime import datetime

from domain.kernel.messages import say
from domain.rules.known import Known
from domain.rules.rule import Next, Sentences, Warn
from domain.wording import is_demographic, is_extraction


def _demographics(known: Known, _: datetime, __: int) -> Sentences:
    for each in known.audiences:
        if is_demographic(each.interest, known.lists):
            yield (
                say(
                    "“{audience}” is described by who they are, not by what interests them.",
                    audience=each.audience,
                ),
                Next("list-audience", say("Say what interests them"), {"audience": each.audience}),
            )


def _selfish(known: Known, _: datetime, __: int) -> Sentences:
    taking = [
        each
        for each in known.measures
        if each.kind == "extraction" or is_extraction(each.name, known.lists)
    ]
    if taking and not any(each.benefits for each in known.measures):
        yield (
            say(
                "“{name}” counts what one gets out of people. What do they get from it?",
                name=taking[0].name,
            ),
            Next("define-measure", say("Measure what they get"), {"kind": "outcome"}),
        )


RULES = (
    Warn(
        id="S002-interest-level",
        claim=say("An audience is known by its interest, not by its age or address."),
        check=_demographics,
    ),
    Warn(
        id="S003-selfish",
        claim=say("Who counts what people give also counts what they get."),
        check=_selfish,
    ),
)
