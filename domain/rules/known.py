"""What rules may ask about one pilot: a protocol that the read side implements."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Protocol

from domain.rules.known_charter import Area, Audience, Charter, Fit, Measure, Medium, Purpose
from domain.rules.known_facts import (
    Conclusion,
    Decision,
    Doing,
    Evidence,
    Experiment,
    Insight,
    Invitation,
    Lesson,
    Question,
    Tally,
    Turnout,
)
from domain.wording import Lists


class Known(Protocol):
    """What was known about a pilot at one moment; a part is looked up when a rule asks for it.

    Lists hold what stands: nothing voided, withdrawn, retired or superseded.
    """

    @property
    def charter(self) -> Charter:
        """Return what the pilot is, and where it stands."""

    @property
    def purpose(self) -> Purpose:
        """Return what it is for."""

    @property
    def passed(self) -> Mapping[str, bool]:
        """Return the gates that were passed for a reason, and whether each is still open for it."""

    @property
    def lists(self) -> Lists:
        """Return the words that rules about texts look for."""

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """Return whom it is for."""

    @property
    def capabilities(self) -> tuple[str, ...]:
        """Return what people are to become able to do."""

    @property
    def media(self) -> tuple[Medium, ...]:
        """Return what it works with."""

    @property
    def fits(self) -> tuple[Fit, ...]:
        """Return which audience is known to be on which medium."""

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Return how it is measured."""

    @property
    def experiments(self) -> tuple[Experiment, ...]:
        """Return its experiments, the one planned first first."""

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """Return its lessons, oldest first."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Return its findings, oldest first."""

    @property
    def insights(self) -> tuple[Insight, ...]:
        """Return its insights, oldest first."""

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions about it, oldest first."""

    @property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """Return what is being concluded, oldest first."""

    @property
    def readiness(self) -> tuple[Area, ...]:
        """Return how ready each area is."""

    @property
    def invitations(self) -> tuple[Invitation, ...]:
        """Return the ways to take part, oldest first."""

    @property
    def turnout(self) -> Turnout:
        """Return how many took part, how often, on how many days."""

    @property
    def modes(self) -> Mapping[str, int]:
        """Return how many entries there are of each mode."""

    @property
    def thanks(self) -> int:
        """Return how many entries somebody on the receiving side found useful."""

    def tallies(self, since: date) -> tuple[Tally, ...]:
        """Return the entries of each day from a day on."""

    def doings(self, person: str) -> tuple[Doing, ...]:
        """Return when a person took part and how, oldest first; the newest 500 times."""

    def name_of(self, person: str) -> str:
        """Return what a person is called."""

    def unanswered(self, before: datetime) -> tuple[Question, ...]:
        """Return what was asked before a moment and not answered, oldest first."""

    def exchanged(self, experiment: str) -> datetime | None:
        """Return since when two people of an experiment have both reached each other."""

    def held_in(self, lessons: Iterable[str]) -> Mapping[str, int]:
        """Return in how many pilots each lesson held, its own among them."""
