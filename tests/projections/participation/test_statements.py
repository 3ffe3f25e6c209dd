"""What people agree on is counted by the last word of each, and their own is left out."""

import csv
from collections import Counter
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import Connection

from pilots.exchange.polis import import_polis
from pilots.exchange.polis_files import read_polis
from projections.engine.as_of import NOW, Cut
from projections.participation.statements import (
    RatedStatement,
    Stances,
    in_order,
    reacting_days_of,
    reactions_of,
    statements_of,
)
from projections.records.lookups import pilot_known
from tests.support.stories.hivemind import HIVEMIND, NEEDS_HIVEMIND
from web.bootstrap import build


def said(entry: str, agree: int, disagree: int, passed: int = 0) -> RatedStatement:
    return RatedStatement(
        entry, entry, "person-x", by_owner=False, stances=Stances(agree, disagree, passed)
    )


MANY = [
    said("all", 20, 0),
    said("most", 9, 1),
    said("halves", 10, 9, 1),
    said("passed over", 5, 5, 30),
    said("against", 2, 18),
    said("few", 4, 5),
    said("unseen", 0, 0),
]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("agree", ["all", "most", "halves"], ["few", "unseen"]),
        ("disagree", ["against", "halves"], ["few", "unseen"]),
        ("divisive", ["halves", "passed over"], ["few", "unseen"]),
        ("seen", ["passed over"], ["unseen"]),
        ("unseen", ["unseen", "few"], ["passed over"]),
    ],
)
def test_statements_are_ranked_once_ten_people_reacted(
    order: str, first: list[str], last: list[str]
) -> None:
    entries = [one.entry for one in in_order(MANY, order)]  # type: ignore[arg-type]  # one of them

    assert entries[: len(first)] == first
    assert entries[-len(last) :] == last


def test_a_share_is_of_all_who_reacted() -> None:
    stances = Stances(10, 9, 1)

    assert (stances.n, stances.share(stances.agree), stances.divides) == (20, 0.5, 0.45)
    assert Stances().divides == 0.0
    assert not Stances(4, 0).has_shares


TALKS = {"taxes": (17_335, 148, 42, 334), "freshwater": (3_972, 80, 54, 117)}


@pytest.fixture(scope="module")
def talks(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Connection, dict[str, str]]]:
    """Two real conversations, and the pilot each became."""
    with closing(build(tmp_path_factory.mktemp("talks"), local=True)) as here:
        pilots = {
            name: import_polis(here.pilots, read_polis(HIVEMIND / name)).pilot for name in TALKS
        }
        here.views.keep_up()
        with here.views.reading() as db:
            yield db, pilots


@NEEDS_HIVEMIND
@pytest.mark.parametrize("name", TALKS)
def test_each_statement_has_the_reactions_of_the_source(
    talks: tuple[Connection, dict[str, str]], name: str
) -> None:
    db, pilots = talks
    reactions, count, by_host, people = TALKS[name]
    owner = getattr(pilot_known(db, NOW, pilots[name]), "owner", "")

    found = statements_of(db, NOW, pilots[name], owner)

    assert reactions_of(db, NOW, pilots[name]) == reactions
    assert (len(found), sum(one.by_owner for one in found)) == (count, by_host)
    assert reacting_days_of(db, NOW, pilots[name])[0] == people
    ours = Counter((one.text.strip(), one.stances) for one in found)
    assert ours == Counter(_source(name))


def _source(name: str) -> Iterator[tuple[str, Stances]]:
    """Give what the files say: the last vote of each on each statement, without the author's."""
    with (HIVEMIND / name / "comments.csv").open(newline="", encoding="utf-8") as file:
        comments = {row["comment-id"]: row for row in csv.DictReader(file)}
    with (HIVEMIND / name / "votes.csv").open(newline="", encoding="utf-8") as file:
        votes = sorted(csv.DictReader(file), key=lambda row: int(row["timestamp"]))
    last = {(row["voter-id"], row["comment-id"]): row["vote"] for row in votes}
    for comment, row in comments.items():
        stances = Counter(
            vote
            for (voter, on), vote in last.items()
            if on == comment and voter != row["author-id"]
        )
        yield row["comment-body"].strip(), Stances(stances["1"], stances["-1"], stances["0"])


@NEEDS_HIVEMIND
def test_an_earlier_day_knows_less(talks: tuple[Connection, dict[str, str]]) -> None:
    db, pilots = talks
    morning = Cut("2017-07-26T18:03:00Z")

    assert reactions_of(db, morning, pilots["freshwater"]) == 1_660  # of 1,663 votes
    assert reacting_days_of(db, morning, pilots["freshwater"])[0] == 57
