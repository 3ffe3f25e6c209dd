"""The learning log: facts as items of a list, with runs of reactions gathered into one."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

from msgspec import Struct, field, structs
from sqlalchemy import Connection, RowMapping

from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationLogged
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.messages import Message, Text, say, say_list
from domain.rules.learning_loops import ABOUT
from projections.engine.as_of import NOW, Cut
from projections.records.lookups import kept_for, names_of, titles_of
from projections.timeline.feed import entries_put_right, standing_of
from web.http.urls import page_of
from web.ui.describe import ICONS, KINDS, MODES, fact_of, people_in, tell
from web.ui.hints import Shown

Run = tuple[Any, ...]
UNTOLD = ("participation.superseded.v1",)  # said by the reaction that took the place


class FeedItem(Struct, kw_only=True):
    """One thing that happened, or several of a kind in a row."""

    position: int
    pilot: str
    pilot_title: str
    stream: str
    href: str
    lane: str
    kind: Message
    icon: str
    title: Text
    detail: Text
    who: str
    occurred_at: str
    known_from: str
    experiment: str = ""
    """The experiment an entry belongs to."""
    gone: str = ""
    before: Text = ""
    tags: list[Text] = field(default_factory=list)
    may_take_back: bool = False
    count: int = 1
    fired: Shown | None = None
    """What a rule says for the first time because of it, right after it was done."""


ITEMS_PER_PAGE = 20  # items on one page


def items_of(
    db: Connection, rows: Sequence[RowMapping], cut: Cut, asker: Asker
) -> tuple[list[FeedItem], int]:
    """Return the items that tell rows of the timeline, and how many of the rows they tell."""
    right = entries_put_right(db, (row["stream"] for row in rows if _is_entry(row)), cut)
    logged = [fact_of(row["name"], row["data"]) for row in rows]
    pairs = zip(rows, logged, strict=True)
    facts = [_put_right(fact, right.get(row["stream"])) for row, fact in pairs]
    people = [who for fact in facts for who in people_in(fact)]
    names = names_of(db, [*people, *(row["by"] for row in rows)], cut)
    titles = titles_of(db, [row["pilot"] for row in rows], cut)
    standing = standing_of(db, [row["stream"] for row in rows], cut)
    items: list[FeedItem] = []
    reacting = [fact.person for fact in facts if _is_mere_reaction(fact)]
    kept, last_run = kept_for(db, reacting, cut), None
    for number, (row, fact, first) in enumerate(zip(rows, facts, logged, strict=True)):
        if row["name"] in UNTOLD:
            continue
        item = _item(row, fact, names, titles)
        item.gone = "voided" if standing.get(row["stream"], ("", ""))[0] == "voided" else ""
        if isinstance(first, ParticipationLogged) and first.text != getattr(fact, "text", ""):
            item.before = tell(first, names)[0]
        item.may_take_back = _may_take_back(row, fact, item, cut, asker)
        run = None if item.before else _run_of(row, fact, item, kept)
        if items and run and run == last_run:
            _gather(items[-1])
            continue
        if len(items) == ITEMS_PER_PAGE:
            return items, number
        items.append(item)
        last_run = run
    return items, len(rows)


def _item(row: RowMapping, fact: Fact, names: dict[str, str], titles: dict[str, str]) -> FeedItem:
    title, detail = tell(fact, names)
    who = names.get((people_in(fact) or [row["by"]])[0]) or names.get(row["by"], "Pilotlog")
    is_pilots_own, lane = row["name"].startswith("pilot."), row["lane"]
    return FeedItem(
        position=row["position"],
        pilot=row["pilot"],
        pilot_title=titles.get(row["pilot"], ""),
        stream=row["stream"],
        href=_where(row),
        lane=lane,
        kind=say("Pilot") if is_pilots_own else KINDS[lane],
        icon="route" if is_pilots_own else ICONS[lane],
        title=title,
        detail=detail,
        who=who,
        occurred_at=row["occurred_at"],
        known_from=row["known_from"],
        experiment=getattr(fact, "experiment", None) or "",
        tags=_tags(fact, names),
    )


def _where(row: RowMapping) -> str:
    page = "" if row["stream"] == row["pilot"] else page_of(row["stream"])
    return page or f"/pilots/{row['pilot']}/events?stream={row['stream']}"


def _tags(fact: Fact, names: dict[str, str]) -> list[Text]:
    match fact:
        case ParticipationLogged():
            along = [names.get(person) or say("somebody") for person in fact.with_]
            lasted = say("{n} min", n=fact.minutes) if fact.minutes else ""
            return [
                *([say("with {names}", names=say_list(along[:3]))] if along else []),
                *([say("and {n} more", n=len(along) - 3)] if len(along) > 3 else []),  # noqa: PLR2004  # a line has room for three
                *([str(MODES[fact.mode]).lower()] if fact.mode != "react" else []),
                *(part for part in (fact.medium, lasted) if part),
            ]
        case LessonLearned(loop=loop):
            return [ABOUT[loop]]
    return []


def _is_entry(row: RowMapping) -> bool:
    return bool(row["name"] == ParticipationLogged.stored_as)


def _put_right(fact: Fact, now: tuple[RowMapping, set[str]] | None) -> Fact:
    """Let an entry say what it says now, where it was corrected."""
    if now is None or not isinstance(fact, ParticipationLogged):
        return fact
    row, along = now
    fields = {name: row[name] for name in ("text", "mode", "medium", "minutes", "experiment")}
    return structs.replace(fact, **fields, with_=tuple(sorted(along)))


def _may_take_back(row: RowMapping, fact: Fact, item: FeedItem, cut: Cut, asker: Asker) -> bool:
    ours = asker.standing == "manager" or row["by"] == asker.person
    kind = isinstance(fact, (ParticipationLogged, LessonLearned))
    return kind and ours and cut == NOW and not item.gone and asker.standing != "auditor"


def _is_mere_reaction(fact: Fact) -> TypeGuard[ParticipationLogged]:
    """Tell whether somebody reacted to a statement without a word."""
    if not isinstance(fact, ParticipationLogged) or fact.mode != "react":
        return False
    return fact.stance is not None and not fact.text


def _run_of(row: RowMapping, fact: Fact, item: FeedItem, kept: Mapping[str, str]) -> Run | None:
    """Return what reactions have in common that are told as one: who, where, and how."""
    if not _is_mere_reaction(fact):
        return None
    who = kept.get(fact.person, fact.person)
    return who, row["pilot"], item.gone, fact.with_, fact.medium, fact.minutes


def _gather(last: FeedItem) -> None:
    last.count += 1
    last.title = say("Reacted to {count} statements", count=last.count)
    last.may_take_back = False
