"""A talk: people who agree, disagree or pass on a few statements."""

from domain.kernel.access import Asker
from domain.kernel.fields import Stance
from pilots.commands.participation import LogParticipation
from tests.support.stories.builders import ask, person
from web.bootstrap import Platform

SAID = {"Open on Sundays": (12, 1, 0), "Close at noon": (7, 7, 1), "Sell the boat": (2, 0, 1)}
"""How many agree, disagree and pass; the first statement is the owner's."""


def tell_talk(here: Platform, you: Asker, pilot: str) -> None:
    """Let fifteen people react to three statements, one of them a participant's."""
    voters = [person(here, f"Voter {number}", "member") for number in range(15)]
    for number, (text, (agree, disagree, passed)) in enumerate(SAID.items()):
        author = voters[0].person if number else you.person
        wish = LogParticipation(pilot=pilot, text=text, person=author, direction="broadcast")
        entry = ask(here, you, wish).stream("entry")
        stances = (*_times(1, agree), *_times(-1, disagree), *_times(0, passed))
        for voter, stance in zip(voters, stances, strict=False):
            own = voter.person == author
            vote = LogParticipation(
                pilot=pilot,
                person=voter.person,
                mode="react",
                to=entry,
                stance=stance,
                direction="self" if own else "to-host",
            )
            ask(here, you, vote)


def _times(stance: Stance, count: int) -> list[Stance]:
    return [stance] * count
