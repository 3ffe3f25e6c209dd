"""Keeping what was seen, said or measured."""

import pytest
from msgspec.structs import asdict, replace

from domain.evidence import Evidence
from domain.kernel.access import Asker
from domain.kernel.errors import Invalid
from pilots.commands.evidence import GatherEvidence
from tests.support.examples.findings import GATHERED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_what_was_found_is_kept() -> None:
    given(Evidence).when(GATHERED).then_kept()


def test_everything_said_about_it_is_kept(
    platform: Platform, mere: Asker, pilot: str, experiment: str, entry: str
) -> None:
    whole = replace(
        GATHERED,
        pilot=pilot,
        experiment=experiment,
        uri="https://example.org/ladders",
        sha256="0f" * 32,
        entries=(entry,),
    )

    gathered = ask(platform, mere, GatherEvidence(**asdict(whole)))

    assert kept(platform, gathered) == [(whole, (pilot,))]


def test_an_experiment_of_another_pilot_found_nothing_here(
    platform: Platform, mere: Asker, elsewhere: str, experiment: str
) -> None:
    before = platform.pilots.head()

    with pytest.raises(Invalid, match="is an experiment of another pilot") as wrong:
        ask(platform, mere, GatherEvidence(pilot=elsewhere, experiment=experiment, text="So."))

    assert wrong.value.field == "experiment"
    assert platform.pilots.head() == before
