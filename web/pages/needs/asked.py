"""A manager asks the owner of a pilot how it goes, who answers by writing in its log."""

from collections.abc import Sequence

from sqlalchemy import RowMapping
from starlette.datastructures import FormData
from starlette.responses import Response

from domain.kernel.access import authorize
from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from domain.pilot import OVER
from projections.records.lookups import names_of, pilot_known
from projections.timeline.feed import wrote_since
from web.http.reading import Reading
from web.http.redirects import local_path
from web.http.refusal import Unanswerable
from web.http.urls import redirect


def ask_owner(reading: Reading, form: FormData) -> Response:
    """POST /pilots/{pilot}/ask-owner — ask whoever keeps a pilot going how it goes."""
    authorize(reading.asker, "manage")
    pilot = pilot_known(reading.db, reading.cut, reading.path["pilot"])
    if pilot is None:
        raise Unanswerable(404, say("There is no such thing here, or you may not see it."))
    if not askable(reading, [pilot]):
        raise Invalid(say("The owner cannot sign in here. Ask them yourself."), field="pilot")
    by, head = reading.asker.person, reading.head
    reading.platform.later.ask(pilot["owner"], pilot["pilot"], by=by, position=head)
    return redirect(local_path(str(form.get("back", ""))))


def askable(reading: Reading, rows: Sequence[RowMapping]) -> dict[str, str]:
    """Return by pilot its owner, where that is somebody else who can sign in."""
    owners = {row["pilot"]: row["owner"] for row in rows if row["stage"] not in OVER}
    others = reading.platform.accounts.of({*owners.values()}) - {reading.asker.person}
    return {pilot: owner for pilot, owner in owners.items() if owner in others}


def asked_on(reading: Reading, rows: Sequence[RowMapping]) -> dict[str, str]:
    """Return by pilot the moment when its owner was asked, where they have not answered yet."""
    asked = reading.platform.later.asked()
    return {
        row["pilot"]: found["at"]
        for row in rows
        if (found := asked.get(row["pilot"]))
        and found["owner"] == row["owner"]
        and not wrote_since(reading.db, row["pilot"], found["owner"], found["position"])
    }


def asked_by(reading: Reading) -> dict[str, str]:
    """Return by pilot who asked whoever reads how it goes, until they write something there."""
    person = reading.asker.person
    waiting = {
        pilot: row["by"]
        for pilot, row in reading.platform.later.asked(person).items()
        if not wrote_since(reading.db, pilot, person, row["position"])
    }
    names = names_of(reading.db, [*waiting.values()], reading.cut) if waiting else {}
    return {pilot: names.get(by, "") for pilot, by in waiting.items()}
