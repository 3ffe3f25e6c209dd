"""The page of any one thing: what it says, where it came from, what came of it, what is next."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from sqlalchemy import RowMapping
from starlette.responses import Response

from domain.kernel.access import Asker
from domain.kernel.aggregate import Event
from domain.kernel.messages import Text, say
from domain.kernel.moments import stamp
from domain.kinds import KINDS, RecordKind
from projections.engine.as_of import Cut
from projections.portfolio.goal_tree import Goal, goal_tree
from projections.records.lookups import names_of, titles_of
from projections.records.records import record
from web.http.last_saved import just_done
from web.http.page import Page
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.http.urls import page_of
from web.timeline.lineage_tree import Family, family_of
from web.ui.actions import Action, Begun, actions_on
from web.ui.describe import people_in, tell
from web.ui.record_kinds import in_words, label_of, name_of
from web.ui.toast import Toast, toast_for

Happened = tuple[Text, Text, str, str]
"""What happened to a thing: the deed, its details, who did it, and when."""


class Pair(Struct, frozen=True):
    """One thing the page says, under its label, perhaps with a link."""

    label: Text
    text: Text
    href: str = ""


class ThingPage(Page, template="records/thing.html"):
    """One thing: what it says, what happened to it, what it rests on, and what can be done."""

    thing: RecordKind
    title: Text
    status: str
    pairs: Sequence[Pair]
    goals: Sequence[Goal]
    family: Family
    pilots: Sequence[Pair]
    happened: Sequence[Happened]
    actions: Sequence[Action]
    toast: Toast | None


def show_thing(reading: Reading) -> Response:
    """GET /findings/{evidence} and the like — one thing, now or as it was known."""
    db, cut = reading.db, reading.cut
    ((kind, stream),) = reading.path.items()
    thing, facts = KINDS[kind], reading.platform.pilots.facts_of(stream)
    events = [each for each in facts if _is_seen(each, cut)]
    row = record(db, cut, kind, stream)
    if row is None:
        raise Unanswerable(404, say("No such thing was known then, or you may not see it."))
    people = [event.by for event in events] + [p for e in events for p in people_in(e.fact)]
    names = names_of(db, [*people, *(str(row[column]) for column in thing.says)], cut)
    pilots = sorted({pilot for event in events for pilot in event.pilots})
    status = str(row[thing.status] or "") if thing.status else ""
    page = ThingPage(
        thing=thing,
        title=name_of(kind, row),
        status=status,
        pairs=[_pair(row, column, names) for column in thing.says if row[column]],
        goals=goal_tree(db, cut, stream) if kind == "programme" else (),
        family=family_of(db, cut, stream),
        pilots=[
            Pair("", title, page_of(pilot)) for pilot, title in titles_of(db, pilots, cut).items()
        ],
        happened=happened_to(events, names),
        actions=_actions(kind, events, status, reading.asker) if reading.may_change else [],
        toast=toast_for(db, just_done(reading)),
    )
    return reading.render(page)


def happened_to(events: Iterable[Event], names: dict[str, str]) -> list[Happened]:
    """Return what happened to a thing, the oldest first."""
    return [
        (*tell(each.fact, names), names.get(each.by, "Pilotlog"), stamp(each.occurred_at))
        for each in events
    ]


def _actions(kind: str, events: list[Event], status: str, asker: Asker) -> list[Action]:
    begun = Begun(events[0].originator_id, events[0].by)
    return actions_on(kind, begun, status, asker)


def _is_seen(event: Event, cut: Cut) -> bool:
    known_at = stamp(event.recorded_at or event.occurred_at)
    later = cut.moment is not None and known_at > cut.moment
    return not later and (cut.position is None or event.position <= cut.position)


def _pair(row: RowMapping, column: str, names: dict[str, str]) -> Pair:
    text = str(row[column])
    return Pair(
        label_of(column), names.get(text) or in_words(column, text), text if column == "uri" else ""
    )
