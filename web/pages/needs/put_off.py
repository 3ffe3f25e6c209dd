"""Not now: one need of a pilot stays away for some days from whoever says so."""

from starlette.datastructures import FormData
from starlette.responses import Response

from domain.kernel.access import authorize
from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from projections.records.lookups import pilot_known
from web.http.reading import Reading
from web.http.redirects import local_path
from web.http.refusal import Unanswerable
from web.http.urls import redirect

LONGEST = 500  # characters of what is put off


def put_off(reading: Reading, form: FormData) -> Response:
    """POST /pilots/{pilot}/later — let one need of a pilot stay away for 14 days."""
    authorize(reading.asker, "write")
    pilot, about = reading.path["pilot"], str(form.get("about", ""))
    if not 0 < len(about) <= LONGEST:
        raise Invalid(say("What is to wait was not named. Press Later again."), field="about")
    if pilot_known(reading.db, reading.cut, pilot) is None:
        raise Unanswerable(404, say("There is no such thing here, or you may not see it."))
    reading.platform.later.put_off(reading.asker.person, (pilot, about))
    return redirect(local_path(str(form.get("back", ""))))
