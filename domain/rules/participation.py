"""Who takes part, towards whom, and whether it leads anywhere; people are never ranked."""

import itertools
from collections import Counter
from datetime import date, datetime

from domain.kernel.messages import say, say_many
from domain.metrics.metric import FEWEST_OF_A_SHARE
from domain.metrics.participation import shares_by_week
from domain.metrics.weeks import WEEK, week_of, weeks_up_to
from domain.pilot import UNDER_WAY
from domain.rules.hamster_wheel import weeks_of
from domain.rules.known import Known
from domain.rules.rule import Next, Sentences, Warn
from domain.rules.thresholds import DAY, LATE_ANSWER


def _peers_fall_silent(known: Known, moment: datetime, threshold: int) -> Sentences:
    asked_in = [each for each in known.invitations if each.opened_at > moment - WEEK]
    if asked_in or threshold < 1:
        return
    weeks = weeks_up_to(known.charter.day_of(moment) - WEEK, threshold + 1)  # those that are over
    by_week = shares_by_week(known.tallies(weeks[0]), weeks)
    shares = [each.peer_share.value for each in by_week]
    known_shares = [share for share in shares if share is not None]
    if len(known_shares) == len(shares) and all(b < a for a, b in itertools.pairwise(known_shares)):
        yield (
            say(
                "The share of answers among peers fell {n} weeks in a row, "
                "from {first} % to {last} %.",
                n=threshold,
                first=round(known_shares[0] * 100),
                last=round(known_shares[-1] * 100),
            ),
            Next("open-invitation", say("Invite people to take part")),
        )


def _hamster_wheel(known: Known, moment: datetime, threshold: int) -> Sentences:
    charter = known.charter
    today = charter.day_of(moment)
    began = charter.day_of(charter.started_at or charter.proposed_at)
    first = week_of(today) - threshold * WEEK
    if charter.stage not in UNDER_WAY or threshold < 1 or first < week_of(began):
        return
    entries: Counter[date] = Counter()
    for each in known.tallies(first):
        entries[each.occurred_on] += each.amount
    weeks = weeks_of(entries, _learned_on(known), first, today)
    idle, since = weeks[:threshold], weeks[threshold:]
    if all(week.is_idle for week in idle) and not any(week.learned for week in since):
        says = say_many(
            threshold,
            "{n} busy week ({done} entries) without a lesson, an insight or a decision.",
            "{n} busy weeks ({done} entries) without a lesson, an insight or a decision.",
            done=sum(week.entries for week in idle),
        )
        yield says, Next("learn-lesson", say("Keep a lesson, or stop"))


def _rerun(known: Known, _: datetime, __: int) -> Sentences:
    tried: set[str] = set()
    latest = known.lessons[-1].lesson if known.lessons else ""
    for each in known.experiments:
        hypothesis = " ".join(f"{each.change or ''} → {each.outcome or ''}".casefold().split())
        change = each.change or each.outcome
        if change and hypothesis in tried and not each.informed_by and each.trial != "abandoned":
            to_do = Next("learn-lesson", say("Keep what the last one taught"))
            if latest:
                fields = {"lesson": latest, "experiment": each.experiment}
                to_do = Next("reuse-lesson", say("Build it on a lesson"), fields)
            again = say("“{title}” tries again what was tried before, and builds on no lesson.")
            yield again.of(title=each.title), to_do
        tried.add(hypothesis)


def _talk_about_the_tool(known: Known, moment: datetime, threshold: int) -> Sentences:
    charter, since = known.charter, moment - 2 * WEEK
    if any(each.planned_at > since for each in known.experiments):
        return
    talk = {"tool": 0, "work": 0}
    for each in known.tallies(charter.day_of(since) + DAY):  # two whole weeks, with today
        talk[each.about] += each.amount
    total = sum(talk.values())
    if total >= 2 * FEWEST_OF_A_SHARE and talk["tool"] * 100 > threshold * total:
        about = say("In two weeks {n} of {total} entries were about the tool, not the work.")
        to_do = Next("plan-experiment", say("Try something at work with it"))
        yield about.of(n=talk["tool"], total=total), to_do


def _backlog(known: Known, moment: datetime, threshold: int) -> Sentences:
    waiting = known.unanswered(moment - LATE_ANSWER)
    if known.charter.stage == "running" and len(waiting) >= max(1, threshold):
        fields = {"to": waiting[0].entry, "mode": "answer"}
        to_do = Next("log-participation", say("Answer the oldest"), fields)
        late = say("{n} questions have waited more than {days} days.")
        yield late.of(n=len(waiting), days=LATE_ANSWER.days), to_do


def _learned_on(known: Known) -> Counter[date]:
    return Counter(
        [
            *(each.learned_on for each in known.lessons),
            *(each.said_on for each in known.insights),
            *(each.taken_on for each in known.decisions),
        ]
    )


RULES = (
    Warn(
        id="S003-broadcast-vs-collab",
        claim=say("Collaboration shows in what people say to each other, not to the host."),
        check=_peers_fall_silent,
    ),
    Warn(
        id="S002-hamster-wheel",
        claim=say("Busy weeks without a lesson, an insight or a decision turn a wheel."),
        check=_hamster_wheel,
    ),
    Warn(
        id="S002-hamster-wheel",
        claim=say("Busy weeks without a lesson, an insight or a decision turn a wheel."),
        check=_rerun,
    ),
    Warn(
        id="S003-meta-ratio",
        claim=say("Talk about the tool does not outgrow talk about the work."),
        check=_talk_about_the_tool,
    ),
    Warn(
        id="S004-two-way-capacity",
        claim=say("Who asks people to take part answers them."),
        check=_backlog,
    ),
)
