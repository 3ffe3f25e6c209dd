"""What is made of an entry once it is logged: an experiment that is measured, one with another."""

from collections.abc import Iterator

from starlette.datastructures import FormData
from starlette.responses import Response

from domain.kernel.errors import Invalid, Refused
from domain.kernel.messages import say
from pilots.commands.base import Command
from pilots.commands.experiment import PlanExperiment, StartExperiment
from pilots.commands.parsing import read_command
from pilots.commands.participation import (
    CorrectParticipation,
    JoinParticipation,
    SupersedeParticipation,
)
from pilots.commands.pilot import key_of
from pilots.commands.pilot_measures import DefineMeasure
from pilots.request import CommandRequest, Receipt
from projections.engine.as_of import NOW
from projections.records.records import record
from web.composer.line.kind import kind_in
from web.composer.wish import LONGEST_TITLE
from web.forms.parsing import command_id_of
from web.http.reading import Reading
from web.http.redirects import local_path
from web.http.refusal import Unanswerable
from web.http.responses import JSON, answer, problem, status_of
from web.http.urls import redirect
from web.pages.start.from_to import read_from_to

TRIED = "It is measured from here on."  # stored as it is


class Steps:
    """One wish that takes several commands: sent again, each is answered as the first time."""

    def __init__(self, reading: Reading, form: FormData) -> None:
        """Take the id of the form; each step adds its own name to it."""
        self.reading = reading
        self.given = {name: str(form[name]) for name in form}
        self._id = command_id_of(self.given)

    def carry_out(self, step: str, command: Command) -> Receipt:
        """Carry out one step."""
        asking = CommandRequest(
            asker=self.reading.asker,
            command_id=f"{self._id}:{step}",
            body=[self.reading.path, self.given, step],
        )
        return self.reading.platform.pilots.carry_out(asking, command)


def told(reading: Reading, position: int, back: str) -> Response:
    """Return what came of it: its position for a script, else the page one came from."""
    if JSON in reading.request.headers.get("accept", ""):
        return answer({"position": position})
    path = local_path(back, reading.request.headers.get("host"))
    return redirect(f"{path}{'&' if '?' in path else '?'}did={position}")


def refused_as(reading: Reading, refused: Refused) -> Response:
    """Return why it was refused, for a script; for a page it goes on as it is."""
    if JSON not in reading.request.headers.get("accept", ""):
        raise refused
    return problem(status_of(refused), refused.message, refused.field)


def make_experiment(reading: Reading, form: FormData) -> Response:
    """POST /entries/{entry}/try — what was tried becomes an experiment that is measured."""
    steps = Steps(reading, form)
    try:
        *_, last = _experiment(reading, steps)
    except Refused as refused:
        return refused_as(reading, refused)
    return told(reading, last.position, steps.given.get("back", ""))


def _experiment(reading: Reading, steps: Steps) -> Iterator[Receipt]:
    entry = record(reading.db, NOW, "entry", reading.path["entry"])
    if entry is None:
        raise Unanswerable(404, say("There is no such thing here, or you may not see it."))
    read = read_from_to(steps.given.get("measure", ""), str(say("times")))
    if read is None:
        raise Invalid(say("Say what you would see, from what to what."), field="measure")
    numbers = {"baseline": read.start, "target": read.target}
    numbers = {name: value for name, value in numbers.items() if value is not None}
    key, pilot = key_of(read.name), entry["pilot"]
    measure = {"pilot": pilot, "measure": key, "name": read.name, "unit": read.unit, **numbers}
    kind = kind_in(entry["text"])
    title = entry["text"][kind.rest_at if kind else 0 :].partition("\n")[0][:LONGEST_TITLE]
    yield steps.carry_out("measure", read_command(DefineMeasure, measure))
    plan = {"pilot": pilot, "title": title or read.name, "measures": [key]}
    planned = steps.carry_out("plan", read_command(PlanExperiment, plan))
    experiment = planned.stream("experiment")
    yield planned
    yield steps.carry_out("start", StartExperiment(experiment=experiment))
    correction = {
        "entry": entry["entry"],
        "changes": {"experiment": experiment},
        "reason": TRIED,
    }
    yield steps.carry_out("entry", read_command(CorrectParticipation, correction))


def join_same(reading: Reading, form: FormData) -> Response:
    """POST /entries/{entry}/same — who logged it joins an entry of the same, which counts alone."""
    steps, entry = Steps(reading, form), reading.path["entry"]
    other = steps.given.get("other", "")
    try:
        steps.carry_out("join", read_command(JoinParticipation, {"entry": other}))
        wish = {"entry": entry, "by_entry": other}
        last = steps.carry_out("supersede", read_command(SupersedeParticipation, wish))
    except Refused as refused:
        return refused_as(reading, refused)
    return told(reading, last.position, steps.given.get("back", ""))
