"""A pilot's differences between two moments: added, changed, contradicted, gone quiet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from msgspec import Struct
from sqlalchemy import Connection, RowMapping
from starlette.responses import Response

from domain.kernel.messages import Message, Text, say
from domain.rules import claim_of
from projections.diff.field_diff import Difference, Sign
from projections.diff.gone_quiet import QUIET_PER_KIND, QuietRecord, gone_quiet
from projections.diff.pilot_diff import Differing, differing
from projections.engine.as_of import Cut
from projections.pilot.figures import Figures, figures_of
from projections.records.lookups import SOMEBODY, names_of, pilot_known
from web.http.page import Page
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.http.urls import page_of
from web.pages.changes.field_labels import GROUPS, ICONS, SIGNS, called
from web.pages.period import AskedPeriod, asked_period
from web.ui.record_kinds import in_words, title_of_decision

PEOPLE = ("owner", "sponsor")
CHANGES_PER_KIND = 25  # of a kind


class ChangeGroup(Struct, frozen=True):
    """The differences of one kind, the latest first; the rest is counted."""

    name: Message
    icon: str
    rows: list[Any]
    more: int


QuietGroup = tuple[str, str, list[tuple[Text, str]], int]
"""What went quiet of one kind: the kind, its icon, titles with addresses, how many more (-1: some).
"""


class ChangesPage(Page, template="changes/changes.html"):
    """What differs in a pilot between two moments; it stands at the later one."""

    as_of: str
    asked: AskedPeriod
    counts: Counter[Sign]
    cut: Cut
    dates: tuple[str, str]
    facts: Differing
    groups: Sequence[ChangeGroup]
    names: Mapping[str, str]
    numbers: Sequence[Figures]
    """Those of the earlier moment and of the later one."""
    pilot: RowMapping
    quiet: Sequence[QuietGroup]
    show: str
    """The kind of difference that alone is shown, or empty."""
    signs: Mapping[str, Any]


def show_changes(reading: Reading) -> Response:
    """GET /pilots/{pilot}/changes?from=…&to=… — what differs between two moments, as known."""
    pilot = reading.path["pilot"]
    wanted = show if (show := reading.query.get("show", "")) in SIGNS else ""
    db, asked = reading.db, asked_period(reading)
    start, end = asked.stretch.since, asked.stretch.cut
    known = pilot_known(db, end, pilot)
    if known is None:
        raise Unanswerable(404, say("No such pilot was known then, or you may not see it."))
    found = differing(db, pilot, start, end)
    quiet = gone_quiet(db, pilot, start, end)
    names = _names(db, end, found.differences, quiet.quiet)
    numbers = [figures_of(db, cut, [pilot])[pilot] for cut in (start, end)]
    counts = Counter(each.sign for each in found.differences)
    people = sum(each.kind == "person" for each in quiet.quiet)
    counts["quiet"] = len(quiet.quiet) - people + quiet.people.count
    page = ChangesPage(
        as_of="",
        asked=asked,
        counts=counts,
        cut=end,
        dates=asked.dates(reading.asker.zone),
        facts=found,
        groups=_groups(found.differences, wanted, names),
        names=names,
        numbers=numbers,
        pilot=known,
        quiet=_quiet_groups(quiet.quiet, quiet.people.count, names, pilot)
        if wanted in ("", "quiet")
        else (),
        show=wanted,
        signs=SIGNS,
    )
    return reading.render(page)


def _groups(
    differences: tuple[Difference, ...], wanted: str, names: dict[str, str]
) -> list[ChangeGroup]:
    groups = []
    for kind, (name, icon) in GROUPS.items():
        rows = [each for each in differences if each.kind == kind and wanted in ("", each.sign)]
        if rows:
            shown = [_row(each, names) for each in rows[:CHANGES_PER_KIND]]
            groups.append(ChangeGroup(name, icon, shown, max(0, len(rows) - CHANGES_PER_KIND)))
    return groups


def _row(each: Difference, names: dict[str, str]) -> dict[str, Any]:
    title: Text = next(filter(None, each.titles), "")
    match each.kind:
        case "decision":
            title = title_of_decision(*each.titles)
        case "member":
            title = names.get(each.key) or SOMEBODY
        case "gate":
            title = claim_of(each.key) or each.key
        case "pilot" | "purpose":
            title = GROUPS[each.kind][0]
    parts = [
        (called(column), *(_in_words(column, value, names) for value in (old, new)))
        for column, old, new in each.parts
    ]
    href = page_of(each.stream) if not each.stream.startswith("readiness-") else ""
    return {"difference": each, "title": title, "parts": parts, "href": href}


def _in_words(column: str, value: Any, names: dict[str, str]) -> Any:
    return names.get(str(value)) or in_words(column, value) if isinstance(value, str) else value


def _quiet_groups(
    quiet: tuple[QuietRecord, ...], people: int, names: dict[str, str], pilot: str
) -> list[QuietGroup]:
    groups = []
    for kind in ("experiment", "question", "medium", "person"):
        rows = [each for each in quiet if each.kind == kind]
        hrefs = [
            f"/media/{quote(each.key)}?pilot={pilot}" if kind == "medium" else page_of(each.key)
            for each in rows
        ]
        titles = [names.get(each.key) or each.title or SOMEBODY for each in rows]
        more = people - len(rows) if kind == "person" else -1 if len(rows) == QUIET_PER_KIND else 0
        if rows:
            groups.append((kind, ICONS[kind], list(zip(titles, hrefs, strict=True)), more))
    return groups


def _names(
    db: Connection, cut: Cut, differences: tuple[Difference, ...], quiet: tuple[QuietRecord, ...]
) -> dict[str, str]:
    people = {each.by for each in differences}
    people |= {each.key for each in differences if each.kind == "member"}
    people |= {each.key for each in quiet if each.kind == "person"}
    people |= {
        str(value)
        for each in differences
        for column, *values in each.parts
        if column in PEOPLE
        for value in values
        if value
    }
    return names_of(db, people, cut)
