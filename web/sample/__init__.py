"""The sample programme that `demo` opens on: invented people, invented organisation, real use."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from domain.access import SYSTEM, Asker
from pilots.application import utc_now
from pilots.asking import Asking, Receipt
from pilots.commands import COMMANDS
from pilots.commands.door import read_command
from web.bootstrap import Platform, build
from web.sample.night_desk import NIGHT_DESK
from web.sample.step import PEOPLE, Step
from web.sample.tender import TENDER
from web.sample.trials import TRIALS

STORY = (*NIGHT_DESK, *TRIALS, *TENDER)


def tell_sample(folder: Path, now: datetime | None = None) -> None:
    """Tell the sample in an empty folder, as if it had been logged over the last months."""
    told = now or utc_now()
    clock = _Clock(told)
    with closing(build(folder, clock)) as here:
        clock.set_back(max(step.days_ago for step in STORY) + 1)
        story = _Story(here)
        for step in sorted(STORY, key=lambda step: -step.days_ago):
            clock.set_back(step.days_ago)
            story.tell(step)


class _Clock:
    def __init__(self, now: datetime) -> None:
        self._start = now
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def set_back(self, days: float) -> None:
        self.now = self._start - timedelta(days=days)


class _Story:
    """Carries out the steps; what a step makes can be named by the later ones."""

    def __init__(self, here: Platform) -> None:
        self._here = here
        self._known: dict[str, str] = {}
        self._askers: dict[str, Asker] = {}
        for name in PEOPLE:
            made = self._ask(SYSTEM, "register-person", {"name": f"{name} (sample)"})
            self._known[name] = made.stream("person")
            self._askers[name] = Asker(made.stream("person"), name, "manager")

    def tell(self, step: Step) -> None:
        receipt = self._ask(self._askers[step.who], step.command, self._named(step.fields))
        if step.makes:
            kind = step.makes.partition(":")[0]
            self._known[step.makes] = receipt.stream(kind)

    def _ask(self, asker: Asker, command: str, fields: dict[str, Any]) -> Receipt:
        asking = Asking(asker=asker, source="cli")
        return self._here.pilots.carry_out(asking, read_command(COMMANDS[command], fields))

    def _named(self, fields: dict[str, Any]) -> dict[str, Any]:
        return {key: self._id(value) for key, value in fields.items()}

    def _id(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._id(each) for each in value]
        return self._known.get(value, value) if isinstance(value, str) else value
