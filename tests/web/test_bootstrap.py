"""A small organisation needs nothing but a folder, and what others wrote does nothing by itself."""

from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from domain.facts.participation import ParticipationLogged, ParticipationVoided
from pilots.commands.participation import LogParticipation, VoidParticipation
from pilots.commands.pilot import ProposePilot
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.stories.builders import ask
from tests.support.stories.story import Story
from web.bootstrap import build

SPAM = (
    "Buy cheap followers <script>alert(1)</script> <a href='javascript:go()'>now</a> "
    '<img src=x onerror="go()"> {{ 7 * 7 }} [[x]] $(reboot) =1+1'
)


@pytest.mark.row("S002-small-org")
def test_s002_small_org(tmp_path: Path) -> None:
    with closing(build(tmp_path / "new", Clock(), local=True)) as here:  # from nothing at all
        assert here.local
        browser = Browser(here)
        pilot = ask(here, here.local, ProposePilot(title="Rota")).stream("pilot")
        browser.sent("/log", {"pilot": pilot, "text": "Three of us swapped a shift."})
        assert "Three of us swapped a shift." in browser.get(f"/pilots/{pilot}").text
    kinds = {file.name.partition(".")[0] for file in (tmp_path / "new").iterdir()}
    assert kinds <= {"events", "views", "operations", "writer", "secret", "lock", ""}


@pytest.mark.row("S003-inert-import")
def test_s003_inert_import(story: Story) -> None:
    story.start()
    entry = story.new(LogParticipation(pilot=story.pilot, text=SPAM))
    before = _logged(story, entry)

    page = story.page()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    assert "{{ 7 * 7 }}" in page
    assert "49" not in page.partition("Buy cheap followers")[2][:200]

    story.do(VoidParticipation(entry=entry, reason="It sells something."))
    facts = [event.fact for event in story.platform.pilots.facts_of(entry)]
    assert facts[-1] == ParticipationVoided(reason="It sells something.")
    assert _logged(story, entry) == before
    there = Browser(replace(story.platform, local=story.mere)).get(f"/entries/{entry}").text
    assert "It sells something." in there


def _logged(story: Story, entry: str) -> tuple[str, str]:
    """Return the digest of what was written first, and the proof that was kept with it."""
    first = story.platform.pilots.facts_of(entry)[0]
    assert isinstance(first.fact, ParticipationLogged)
    return sha256(first.fact.text.encode()).hexdigest(), str(first.prose_digest)
