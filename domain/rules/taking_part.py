"""Who takes part, towards whom, and whether it leads anywhere; people are never ranked."""

import itertools
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from domain.rules.known import Known
from domain.rules.rule import Next, Warn
from domain.rules.thresholds import DAY, FEW, FEW_ANSWERS, LATE_ANSWER, WEEK
from domain.rules.wheel import weeks_of

Said = Iterator[tuple[str, Next]]
ANSWERING = ("react", "answer")
TO_SOMEBODY = ("to-host", "to-peer")


def _peers_fall_silent(known: Known, moment: datetime, threshold: int) -> Said:
    first = moment - (threshold + 1) * WEEK
    asked_in = [each for each in known.invitations if each.opened_at > moment - WEEK]
    if asked_in or threshold < 1:
        return
    shares = peer_shares(known, first, threshold + 1)
    told = [share for share in shares if share is not None]
    if len(told) == len(shares) and all(b < a for a, b in itertools.pairwise(told)):
        yield (
            (
                f"The share of answers among peers fell {threshold} weeks in a row, "
                f"from {told[0]:.0%} to {told[-1]:.0%}."
            ),
            Next("open-invitation", "Invite people to take part"),
        )


def peer_shares(known: Known, first: datetime, weeks: int) -> list[float | None]:
    """Return for each week after a moment which share of answers went to a peer (0 to 1).

    None for a week with too few answers to anybody to speak of a share.
    """
    answers, to_peer = [0] * weeks, [0] * weeks
    since = first.date() + DAY
    for each in known.tallies(since):
        week = (each.occurred_on - since).days // 7
        if 0 <= week < weeks and each.mode in ANSWERING and each.direction in TO_SOMEBODY:
            answers[week] += each.amount
            to_peer[week] += each.amount * (each.direction == "to-peer")
    both = zip(to_peer, answers, strict=True)
    return [peer / said if said >= FEW_ANSWERS else None for peer, said in both]


def _hamster_wheel(known: Known, moment: datetime, threshold: int) -> Said:
    began = (known.charter.started_at or known.charter.proposed_at).date()
    finished = (moment.date() - began).days // 7
    if known.charter.stage not in ("running", "paused") or not 1 <= threshold <= finished:
        return
    first = began + 7 * (finished - threshold) * DAY
    entries: Counter[date] = Counter()
    for each in known.tallies(first):
        entries[each.occurred_on] += each.amount
    weeks = weeks_of(entries, _learned_on(known), first, moment.date())
    idle, since = weeks[:threshold], weeks[threshold:]
    if all(week.is_idle for week in idle) and not any(week.learned for week in since):
        done = sum(week.entries for week in idle)
        busy = f"{threshold} busy week{'s' * (threshold > 1)} ({done} entries)"
        yield (
            f"{busy} without a lesson, an insight or a decision.",
            Next("learn-lesson", "Keep a lesson, or stop"),
        )


def _rerun(known: Known, _: datetime, __: int) -> Said:
    tried: set[str] = set()
    latest = known.lessons[-1].lesson if known.lessons else ""
    for each in known.experiments:
        hypothesis = " ".join(f"{each.change or ''} → {each.outcome or ''}".casefold().split())
        said = each.change or each.outcome
        if said and hypothesis in tried and not each.informed_by and each.trial != "abandoned":
            to_do = Next("learn-lesson", "Keep what the last one taught")
            if latest:
                fields = {"lesson": latest, "experiment": each.experiment}
                to_do = Next("reuse-lesson", "Build it on a lesson", fields)
            yield (
                f"“{each.title}” tries again what was tried before, and builds on no lesson.",
                to_do,
            )
        tried.add(hypothesis)


def _talk_about_the_tool(known: Known, moment: datetime, threshold: int) -> Said:
    since = moment - 2 * WEEK
    if any(each.planned_at > since for each in known.experiments):
        return
    talk = {"tool": 0, "work": 0}
    for each in known.tallies(since.date() + DAY):  # two whole weeks, today among them
        talk[each.about] += each.amount
    total = sum(talk.values())
    if total >= 2 * FEW and talk["tool"] * 100 > threshold * total:
        yield (
            f"In two weeks {talk['tool']} of {total} entries were about the tool, not the work.",
            Next("plan-experiment", "Try something at work with it"),
        )


def _backlog(known: Known, moment: datetime, threshold: int) -> Said:
    waiting = known.unanswered(moment - LATE_ANSWER)
    if known.charter.stage == "running" and len(waiting) >= max(1, threshold):
        oldest = waiting[0]
        yield (
            f"{len(waiting)} questions have waited more than {LATE_ANSWER.days} days.",
            Next("log-participation", "Answer the oldest", {"to": oldest.entry, "mode": "answer"}),
        )


def _learned_on(known: Known) -> Counter[date]:
    return Counter(
        [
            *(each.learned_at.date() for each in known.lessons),
            *(each.said_at.date() for each in known.insights),
            *(each.taken_at.date() for each in known.decisions),
        ]
    )


RULES = (
    Warn(
        id="S003-broadcast-vs-collab",
        claim="Collaboration shows in what people say to each other, not to the host.",
        check=_peers_fall_silent,
    ),
    Warn(
        id="S002-hamster-wheel",
        claim="Busy weeks without a lesson, an insight or a decision turn a wheel.",
        check=_hamster_wheel,
    ),
    Warn(
        id="S002-hamster-wheel",
        claim="Busy weeks without a lesson, an insight or a decision turn a wheel.",
        check=_rerun,
    ),
    Warn(
        id="S003-meta-ratio",
        claim="Talk about the tool does not outgrow talk about the work.",
        check=_talk_about_the_tool,
    ),
    Warn(
        id="S004-two-way-capacity",
        claim="Who asks people to take part answers them.",
        check=_backlog,
    ),
)
