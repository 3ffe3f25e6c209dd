"""Eight writers and one reader that follows: no event is ever skipped, and none comes twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic, sleep

from eventsourcing.persistence import StoredEvent
from sqlalchemy import make_url

from pilots.store.clock import utc_now
from pilots.store.recorder import HistoryRecorder
from tests.support.machines.pace import Form
from web.storage.postgres import open_postgres

WRITERS = 8
SHORT, LONG = 4, 40  # seconds


@contextmanager
def a_recorder(address: str) -> Iterator[HistoryRecorder]:
    """Open the history by connections of its own, as a process of its own would."""
    engine = open_postgres(make_url(address), "history")
    try:
        yield HistoryRecorder(engine, utc_now)
    finally:
        engine.dispose()


class Race:
    """Writers that write while a reader follows the last position it has seen."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.over = Event()
        self.seen: list[int] = []
        self.stored: list[int] = []
        self.wrong: list[BaseException] = []

    def write(self, number: int) -> None:
        """Store one to three events at a time, as fast as it goes."""
        try:
            with a_recorder(self.address) as recorder:
                version = 0
                while not self.over.is_set():
                    events = [
                        StoredEvent(f"thing-{number}", version + each, "happened", b"{}")
                        for each in range(1, 2 + version % 3)
                    ]
                    self.stored += recorder.insert_events(events)
                    version += len(events)
        except BaseException as wrong:  # noqa: BLE001  # told by the test
            self.wrong.append(wrong)

    def follow(self, recorder: HistoryRecorder) -> None:
        """Read what comes after the last position seen."""
        last = self.seen[-1] if self.seen else 0
        page = recorder.select_notifications(last, 1000, inclusive_of_start=False)
        self.seen += [event.id for event in page]


def test_a_reader_who_follows_misses_nothing(postgres: str, form: Form) -> None:
    seconds = form(SHORT, LONG)
    race, until = Race(postgres), monotonic() + seconds
    writers = [Thread(target=race.write, args=(number,)) for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    with a_recorder(postgres) as recorder:
        while monotonic() < until:
            race.follow(recorder)
            sleep(0.0005)
        race.over.set()
        for writer in writers:
            writer.join()
        while len(race.seen) < len(race.stored) and recorder.max_notification_id() != race.seen[-1]:
            race.follow(recorder)

    skipped = set(race.stored) - set(race.seen)
    print(f"\n{len(race.stored):,} events in {seconds:.0f} s, {len(skipped)} skipped")  # noqa: T201  # figures
    assert race.wrong == []
    assert not skipped
    assert race.seen == list(range(1, len(race.stored) + 1))
