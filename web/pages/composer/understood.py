"""The composer by itself, and what it understood while somebody types."""

from starlette.datastructures import FormData
from starlette.responses import Response

from domain.kernel.access import authorize
from pilots.commands.participation import LogParticipation
from web.composer.composer import Composer, composer_for
from web.forms.parsing import typed
from web.http.page import Page
from web.http.reading import Reading
from web.pages.composer.just_logged import JustLoggedPart, just_logged


class LogPage(Page, template="composer/log.html"):
    """The composer by itself, with what was just logged."""

    composer: Composer | None
    logged_now: JustLoggedPart


class ChipsPart(Page, template="frame/fragment.html"):
    """The chips of the composer alone, and how the word somebody types may go on."""

    composer: Composer | None
    part: str = "composer/_chips.html"


def show_understood(reading: Reading, form: FormData) -> Response:
    """POST /log/understood — the composer with its fields filled from its line; stores nothing."""
    authorize(reading.asker, "write")
    given = typed(form, LogParticipation)
    composer = composer_for(reading.db, reading.asker, reading.now, values=given)
    if reading.is_partial:
        return reading.render(ChipsPart(composer=composer))
    return reading.render(LogPage(composer=composer, logged_now=just_logged(reading)))
