"""Tells a Pol.is conversation as facts: who said and voted what, at the times of the source."""

from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256

from msgspec import Struct

from domain.facts.participation import ParticipationLogged, ParticipationSuperseded
from domain.facts.person import PersonRegistered
from domain.facts.pilot import PilotGateOverridden, PilotProposed, PilotStarted
from domain.facts.pilot_people import PilotMemberJoined
from domain.facts.programme import ProgrammeOpened
from domain.kernel.access import SYSTEM
from domain.kernel.errors import Invalid
from domain.kernel.fields import Direction
from domain.kernel.messages import say
from domain.participation import Participation
from domain.person import Person
from domain.pilot import Pilot
from domain.programme import Programme
from pilots.application import Pilots
from pilots.exchange.polis_export import HOST, PolisExport, Statement, Vote
from pilots.request import CommandRequest
from pilots.unit_of_work import UnitOfWork, When


class ImportStep(Struct, frozen=True):
    """One statement or vote, the entry it becomes, and its id in the source."""

    entry: str
    outside_id: str
    row: Statement | Vote

    @property
    def person(self) -> int:
        """Return the number of the one who said or voted."""
        return self.row.author if isinstance(self.row, Statement) else self.row.voter


IMPORTED = "This pilot was imported from Pol.is; nobody was asked the question there."
PROGRAMME = "programme-imported-from-polis"


class PolisImport:
    """One conversation on its way in; what is here already is passed over."""

    def __init__(self, pilots: Pilots, export: PolisExport) -> None:
        self.export = export
        self.name = Names(export.key)
        self.steps = steps_of(export, self.name)
        self.pilot = self.name("pilot")
        self.authors = {each.number: each.author for each in export.statements}
        self.people = {step.person for step in self.steps} | {HOST}
        streams = {PROGRAMME, self.pilot, *(step.entry for step in self.steps)}
        streams |= {self.name("person", person) for person in self.people}
        self.here = pilots.recorder.known(streams)
        command_id = f"polis-{sha256(export.key.encode()).hexdigest()[:16]}-{export.digest[:16]}"
        source = f"import:{export.digest[:32]}"
        self.asking = CommandRequest(asker=SYSTEM, source=source, command_id=command_id)
        self.brings_pilot = self.pilot not in self.here
        self.work = UnitOfWork(pilots, self.asking, self._when(self.steps[0]))
        self.standing: dict[tuple[int, int], str] = {}
        self.now = pilots.clock()

    def run(self, progress: Callable[[int], None]) -> int:
        """Decide everything that is new, and return how many statements and votes are."""
        self._must_be_past(self.steps[-1])
        if self.brings_pilot:
            self._begin_pilot()
        added = 0
        for step in self.steps:
            logged = None if step.entry in self.here else self._take(step)
            added += logged is not None
            if isinstance(step.row, Vote):
                self._supersede(step, step.row, logged)
            progress(1)
        return added

    def _must_be_past(self, last: ImportStep) -> None:
        if last.row.at > self.now:
            message = say(
                "{where}, timestamp: {moment} lies in the future.",
                where=last.row.where,
                moment=str(last.row.at),
            )
            raise Invalid(message)

    def _begin_pilot(self) -> None:
        if PROGRAMME not in self.here:
            opened = ProgrammeOpened(name="Imported from Pol.is")
            self.work.begin(Programme, PROGRAMME).record(opened)
            self.work.stamp()
        host = self._person(HOST)
        pilot = self.work.begin(Pilot, self.pilot)
        pilot.record(
            PilotProposed(
                programme=PROGRAMME,
                title=self.export.title,
                owner=host,
                raw_request=self.export.description,
            )
        )
        pilot.record(PilotMemberJoined(person=host, role="owner"))
        pilot.record(PilotGateOverridden(rule="S001-one-question", reason=IMPORTED))
        pilot.record(PilotStarted())
        self.work.stamp(outside_id=self.export.key[:200])

    def _take(self, step: ImportStep) -> str:
        self.work.when = self._when(step)
        row = step.row
        entry = self.work.begin(Participation, step.entry)
        entry.record(self._logged_as(row) if isinstance(row, Statement) else self._voted(row))
        return self.work.stamp(outside_id=step.outside_id)[-1].id

    def _supersede(self, step: ImportStep, vote: Vote, logged: str | None) -> None:
        before = self.standing.get((vote.voter, vote.statement))
        self.standing[vote.voter, vote.statement] = step.entry
        if before is None or (logged is None and before in self.here):
            return  # the first one, or both were here before
        earlier = self.work.find(Participation, before)
        if not earlier.gone:
            earlier.record(ParticipationSuperseded(by_entry=step.entry))
            self.work.stamp(because_of=logged)

    def _logged_as(self, row: Statement) -> ParticipationLogged:
        return ParticipationLogged(
            pilot=self.pilot,
            person=self._person(row.author),
            mode="contribute",
            direction="broadcast",
            medium="Pol.is",
            text=row.text,
        )

    def _voted(self, row: Vote) -> ParticipationLogged:
        author = self.authors[row.statement]
        towards: Direction = (
            "self" if author == row.voter else "to-host" if author == HOST else "to-peer"
        )
        return ParticipationLogged(
            pilot=self.pilot,
            person=self._person(row.voter),
            to=self.name("entry", "statement", row.statement),
            mode="react",
            direction=towards,
            stance=row.stance,
            medium="Pol.is",
        )

    def _person(self, number: int) -> str:
        person = self.name("person", number)
        if person not in self.here:
            self.here.add(person)
            who = "Host" if number == HOST else f"Participant {number}"
            registered = PersonRegistered(name=f"{who} ({self.export.label})")
            self.work.begin(Person, person).record(registered)
            self.work.stamp(outside_id=f"person/{number}")
        return person

    def _when(self, step: ImportStep) -> When:
        return When(step.row.at, recorded_at=step.row.at if self.brings_pilot else None)


class Names:
    """Makes ids that are the same whenever the same conversation is imported."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __call__(self, kind: str, *parts: object) -> str:
        """Return the id of one thing of a kind."""
        path = "/".join(map(str, (self._key, kind, *parts)))
        return f"{kind}-{sha256(path.encode()).hexdigest()[:32]}"


def steps_of(export: PolisExport, name: Names) -> list[ImportStep]:
    """Return statements and votes by their time, a statement before the votes of its moment."""
    steps = [*_statements(export, name), *_votes(export, name)]
    return sorted(steps, key=lambda step: (step.row.at, isinstance(step.row, Vote)))


def _statements(export: PolisExport, name: Names) -> Iterator[ImportStep]:
    for statement in export.statements:
        yield ImportStep(
            name("entry", "statement", statement.number), f"comment/{statement.number}", statement
        )


def _votes(export: PolisExport, name: Names) -> Iterator[ImportStep]:
    times: Counter[tuple[object, ...]] = Counter()
    for vote in export.votes:
        milliseconds = int(vote.at.timestamp() * 1000)
        place = ("vote", vote.statement, vote.voter, milliseconds, vote.stance)
        times[place] += 1  # the source repeats some rows to the letter
        entry = name("entry", *place, times[place])
        yield ImportStep(entry, "/".join(map(str, (*place, times[place]))), vote)
