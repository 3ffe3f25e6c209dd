"""Text sorts alike on every engine, whatever language its server was set up for."""

from pathlib import Path

import pytest
from sqlalchemy import select

from domain.facts.person import PersonRegistered
from projections.models.people import PEOPLE
from tests.support.stories.telling import happened, told

pytestmark = pytest.mark.both_engines

NAMES = ["Zoe", "ana", "Ärik", "bo", "Bo", "a b", "ab", "a-b", "𝔘we", "Ｚoe", "_"]


def test_names_sort_by_their_code_points(tmp_path: Path) -> None:
    engine = told(
        tmp_path,
        [
            happened(f"person-{place}", PersonRegistered(name=name), place)
            for place, name in enumerate(NAMES, 1)
        ],
    )
    with engine.connect() as db:
        assert list(db.scalars(select(PEOPLE.c.name).order_by(PEOPLE.c.name))) == sorted(NAMES)
