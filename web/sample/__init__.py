"""The sample programme that `demo` opens on: an invented company, invented people, real use."""

import re
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zlib import crc32

from domain.kernel.access import SYSTEM, Asker, Standing
from pilots.commands import COMMANDS
from pilots.commands.parsing import read_command
from pilots.request import CommandRequest, Receipt
from pilots.store.clock import utc_now
from web.bootstrap import Platform, build
from web.sample.days import Days
from web.sample.recurring import Deck
from web.sample.script import read_story
from web.sample.step import MANAGER, PEOPLE, StoryStep

STORY = Path(__file__).parent / "story"
DAY = re.compile(r"\{(-?\d+)(?: (\d\d:\d\d))?\}")


def steps() -> list[StoryStep]:
    """Return every step of the story, the oldest first."""
    files, deck = sorted(STORY.glob("*.txt")), Deck()
    found = [step for file in files for step in read_story(file.read_text(), deck)]
    return sorted(found, key=lambda step: (-step.day, step.time))


def tell_sample(folder: Path, now: datetime | None = None) -> None:
    """Tell the sample in an empty folder, as if it had been logged over the last months."""
    days, all_steps = Days(now or utc_now()), steps()
    clock = _Clock(days.moment(all_steps[0].day + 1, "16:40"))
    with closing(build(folder, clock)) as opened:
        story = _Story(opened, days)
        for step in all_steps:
            seconds = crc32(f"{step.time}{step.fields}".encode()) % 60
            clock.reach(days.moment(step.day, step.time) + timedelta(seconds=seconds))
            story.tell(step)


class _Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=7)
        return self.now

    def reach(self, moment: datetime) -> None:
        self.now = max(self.now, moment)


class _Story:
    """Carries out the steps; what a step makes can be named by the later ones."""

    def __init__(self, opened: Platform, days: Days) -> None:
        self._here = opened
        self._days = days
        self._known: dict[str, str] = {}
        self._askers: dict[str, Asker] = {}
        for name, profile in PEOPLE.items():
            fields = {"name": name, "profile": profile}
            person = self._ask(SYSTEM, "register-person", fields).stream("person")
            first = name.partition(" ")[0]
            self._known[first] = person
            standing: Standing = "manager" if first == MANAGER else "member"
            self._askers[first] = Asker(person, fields["name"], standing)

    def tell(self, step: StoryStep) -> None:
        """Carry one step out as the person who took it."""
        fields: dict[str, Any] = {}
        for key, value in step.fields.items():
            outer, _, inner = key.partition(".")
            known = self._value(value)
            fields[outer] = fields.get(outer, {}) | {inner: known} if inner else known
        receipt = self._ask(self._askers[step.who], step.command, fields)
        if step.makes:
            self._known[step.makes] = receipt.stream(COMMANDS[step.command].of.kind)
        for guest in receipt.facts[:1]:
            if guest.name == "person.registered.v1":
                self._known[f"{step.makes}-guest"] = guest.stream

    def _ask(self, asker: Asker, command: str, fields: dict[str, Any]) -> Receipt:
        asking = CommandRequest(asker=asker, source="cli")
        return self._here.pilots.carry_out(asking, read_command(COMMANDS[command], fields))

    def _value(self, given: Any) -> Any:
        """Return what a field says: `@board` a thing, `@pool.2` its second event, `{12}` a day."""
        if isinstance(given, list):
            return [self._value(each) for each in given]
        if given.startswith("["):
            return [self._value(each) for each in given[1:-1].split(", ")]
        if day := DAY.fullmatch(given):
            back = int(day[1])
            return (
                self._days.moment(back, day[2]).isoformat()
                if day[2]
                else str(self._days.date(back))
            )
        if not given.startswith("@"):
            return given
        name, _, version = given[1:].partition(".")
        if version:
            return self._here.pilots.facts_of(self._known[name])[int(version) - 1].id
        return self._known[name]
