"""Who takes part, and how: attempts, channels, answers, ties."""

from typing import Any

from domain.kernel.messages import Message, say, say_many
from domain.metrics.metric import FEWEST_OF_A_SHARE
from web.pages.pilot.questions.card import NOTHING, Card, InsightQuestion, unless

FEWEST_PEOPLE = 3
FEWEST_TIED = 4
FEWEST_TIES = 3
FEWEST_USEFUL = 3
FEWEST_CHANNELS = 2
FEWEST_NEWCOMERS = 5
FEWEST_INVITATIONS = 3


def _weeks(v: Any) -> Message:
    busy = v.wheel.turning.count
    if busy:
        return say_many(
            busy,
            "{n} week was busy, and nothing was learned.",
            "{n} weeks were busy, and nothing was learned.",
        )
    return say_many(sum(week.entries for week in v.wheel.weeks), "{n} entry.", "{n} entries.")


def _rungs(v: Any) -> Message:
    people = max(rung.people.count for rung in v)
    return say_many(
        people,
        "How many people did each at least once, {n} at most.",
        "How many people did each at least once, {n} at most.",
    )


def _peers(v: Any) -> Message:
    whole = v.over_time.whole
    return say(
        "{part} of {whole} replies went to another participant.",
        part=whole.replies_to_peers.count,
        whole=whole.replies.count,
    )


def _waiting(v: Any) -> Message:
    return say_many(v.answers.waiting.count, "{n} question waits.", "{n} questions wait.")


def _ties(v: Any) -> Message:
    return say_many(
        v.people.count, "{n} person reached somebody.", "{n} people reached each other."
    )


def _useful(v: Any) -> Message:
    return say_many(
        v.useful.count,
        "{n} entry was found useful, by {people}.",
        "{n} entries were found useful, by {people}.",
        people=say_many(v.people.count, "{n} person", "{n} people"),
    )


def _intents(v: Any) -> Message:
    return say("Most often: {intent}.", intent=v[0].intent)


def _owners(v: Any) -> Message:
    return say_many(
        sum(each.entries.count for each in v),
        "{n} entry by owner and sponsor.",
        "{n} entries by owner and sponsor.",
    )


def _audience(v: Any) -> Message:
    return say(
        "{part} of {whole} people are from your audience.",
        part=v.on_target.count,
        whole=v.people.count,
    )


def _first_entry(v: Any) -> Message:
    return say(
        "The first entry comes after {hours} hours, median of {n}.",
        hours=round(v.median_hours.value or 0.0, 1),
        n=v.logged.count,
    )


def _invitations(v: Any) -> Message:
    return say(
        "{part} of {whole} taken up; {people} came.",
        part=v.taken_up.count,
        whole=v.opened.count,
        people=say_many(v.people.count, "{n} person", "{n} people"),
    )


def _mood(v: Any) -> Message:
    return say("The newest month: {n} answers, without names.", n=v.months[-1].answered)


def _has_mood(v: Any) -> bool:
    return any(each.medians for each in v.months)


def _channels(v: Any) -> int:
    adopted = {
        each.medium for skill in v.capabilities for each in skill.media if each.entries.count
    }
    return len(adopted | {each.medium for each in v.beside})


def _media(v: Any) -> Message:
    return say_many(_channels(v), "Entries on {n} channel.", "Entries on {n} channels.")


def _swaps(v: Any) -> Message:
    last = v[-1]
    return say("“{new}” took the place of “{old}”.", new=last.after.medium, old=last.before.medium)


QUESTION = InsightQuestion(
    "part",
    say("Who takes part?"),
    (
        Card(
            slug="wheel",
            lacks=lambda v: unless(any(week.entries for week in v.wheel.weeks), say("entries")),
            says=_weeks,
            picture="_weeks.html",
            wide=12,
        ),
        Card(
            slug="ladder",
            lacks=lambda v: unless(
                max((rung.people.count for rung in v), default=0) >= FEWEST_PEOPLE,
                say("from listening to leading"),
            ),
            says=_rungs,
            picture="_rungs.html",
            wide=6,
        ),
        Card(
            slug="media",
            lacks=lambda v: unless(_channels(v) >= FEWEST_CHANNELS, say("channels")),
            says=_media,
            picture="_channels.html",
            wide=6,
        ),
        Card(
            slug="peer-share",
            lacks=lambda v: unless(
                v.over_time.whole.replies.count >= FEWEST_OF_A_SHARE,
                say_many(
                    FEWEST_OF_A_SHARE - v.over_time.whole.replies.count,
                    "replies to each other: {n} more reply",
                    "replies to each other: {n} more replies",
                ),
            ),
            says=_peers,
        ),
        Card(
            slug="answers",
            lacks=lambda v: unless(v.answers.asked.count > 0, NOTHING),
            says=_waiting,
        ),
        Card(
            slug="give-and-take",
            lacks=lambda v: unless(
                v.people.count >= FEWEST_TIED and v.ties.count >= FEWEST_TIES,
                say("who works with whom"),
            ),
            says=_ties,
        ),
        Card(
            slug="credibility",
            lacks=lambda v: unless(v.useful.count >= FEWEST_USEFUL, say("useful")),
            says=_useful,
        ),
        Card(
            slug="on-target",
            lacks=lambda v: unless(v.audiences > 0, say("from your audience: list one")),
            says=_audience,
        ),
        Card(
            slug="first-log",
            lacks=lambda v: unless(
                v.logged.count >= FEWEST_NEWCOMERS,
                say_many(
                    FEWEST_NEWCOMERS - v.logged.count,
                    "newcomers: {n} more",
                    "newcomers: {n} more",
                ),
            ),
            says=_first_entry,
        ),
        Card(
            slug="invitations",
            lacks=lambda v: unless(
                v.opened.count >= FEWEST_INVITATIONS,
                say_many(v.opened.count, "invitations ({n} opened)", "invitations ({n} opened)"),
            ),
            says=_invitations,
        ),
        Card(slug="pulse", lacks=lambda v: unless(_has_mood(v), say("mood")), says=_mood),
        Card(
            slug="intents",
            lacks=lambda v: unless(bool(v), say("what people come for: not asked")),
            says=_intents,
        ),
        Card(slug="swaps", lacks=lambda v: unless(bool(v), NOTHING), says=_swaps),
        Card(
            slug="owners",
            lacks=lambda v: unless(any(each.entries.count for each in v), NOTHING),
            says=_owners,
        ),
    ),
)
