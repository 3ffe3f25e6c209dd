"""Brings a Pol.is conversation in as a pilot: statements and votes as participation."""

from collections.abc import Callable
from hashlib import sha256

from eventsourcing.persistence import IntegrityError
from msgspec import Struct

from domain.access import SYSTEM
from domain.errors import Conflict
from domain.facts.participation import ParticipationLogged
from domain.facts.pilot_people import PilotMemberJoined
from domain.fields import Direction
from domain.participation import Participation
from domain.person import Person
from domain.pilot import Pilot
from domain.programme import Programme
from pilots.application import ATTEMPTS, Pilots
from pilots.asking import Asking
from pilots.exchange.polis_export import HOST, PolisExport, Statement, Vote
from pilots.exchange.polis_steps import Names, Step, steps_of
from pilots.work import When, Work

IMPORTED = "This pilot was imported from Pol.is; nobody was asked the question there."
PROGRAMME = "programme-imported-from-polis"


class Imported(Struct, frozen=True):
    """What an import led to: how many statements and votes are new, how many were known."""

    pilot: str
    title: str
    added: int
    known: int


def import_polis(
    pilots: Pilots, export: PolisExport, progress: Callable[[int], None] = lambda _: None
) -> Imported:
    """Bring one conversation in, all of it or nothing; what is here already is not added again."""
    for _ in range(ATTEMPTS):
        work = _Importing(pilots, export)
        added = work.run(progress)
        done = Imported(work.pilot, export.title, added, len(work.steps) - added)
        if not work.work.events:
            return done
        try:
            pilots.keep(work.work.events, work.asking, export.digest)
        except IntegrityError:
            continue  # somebody imported the same just now: look again at what is missing
        return done
    message = f"“{export.title}” is being changed by others right now. Import it again."
    raise Conflict(message)


class _Importing:
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
        self.asking = Asking(asker=SYSTEM, source=source, command_id=command_id)
        self.brings_pilot = self.pilot not in self.here
        self.work = Work(pilots, self.asking, self._when(self.steps[0]))
        self.standing: dict[tuple[int, int], str] = {}

    def run(self, progress: Callable[[int], None]) -> int:
        if self.brings_pilot:
            self._begin_pilot()
        added = 0
        for step in self.steps:
            if step.entry not in self.here:
                self._take(step)
                added += 1
            if isinstance(step.row, Vote):
                self.standing[step.row.voter, step.row.statement] = step.entry
            progress(1)
        return added

    def _begin_pilot(self) -> None:
        if PROGRAMME not in self.here:
            self.work.begin(Programme, PROGRAMME).open(name="Imported from Pol.is")
            self.work.stamp()
        host = self._person(HOST)
        pilot = self.work.begin(Pilot, self.pilot)
        pilot.propose(
            programme=PROGRAMME,
            title=self.export.title,
            owner=host,
            raw_request=self.export.description,
        )
        pilot.join(PilotMemberJoined(person=host, role="owner"))
        pilot.start(override=IMPORTED)
        self.work.stamp(outside_id=self.export.key[:200])

    def _take(self, step: Step) -> None:
        self.work.when = self._when(step)
        row = step.row
        entry = self.work.begin(Participation, step.entry)
        entry.log(self._said(row) if isinstance(row, Statement) else self._voted(row))
        (logged,) = self.work.stamp(outside_id=step.outside_id)
        before = isinstance(row, Vote) and self.standing.get((row.voter, row.statement))
        if before:
            self.work.find(Participation, before).supersede(by_entry=step.entry)
            self.work.stamp(because_of=logged.id)

    def _said(self, row: Statement) -> ParticipationLogged:
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
            self.work.begin(Person, person).register(name=f"{who} ({self.export.label})")
            self.work.stamp(outside_id=f"person/{number}")
        return person

    def _when(self, step: Step) -> When:
        return When(step.row.at, recorded_at=step.row.at if self.brings_pilot else None)
