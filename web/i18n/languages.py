"""Which languages there are, and which of them somebody reads."""

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from web.i18n.current import ENGLISH, Language, speaking

CATALOGUES = Path(__file__).parent / "catalogues"
COOKIE = "pilotlog-language"
DAYS = {"de": "d. MMM y"}  # where a language writes a day in another way than English


class InReadersLanguage:
    """ASGI middleware: everything within a request is said in the language of its reader."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        with speaking(language_called(language_of(Request(scope)))):
            await self.app(scope, receive, send)


@cache
def languages() -> tuple[str, ...]:
    """Return the languages there are: English, and each that has a catalogue."""
    return ("en", *sorted(each.stem for each in CATALOGUES.glob("*.po")))


def language_of(request: Request) -> str:
    """Return the language somebody chose, or else the first their browser names that is here."""
    chosen = request.cookies.get(COOKIE, "")
    if chosen in languages():
        return chosen
    named = request.headers.get("accept-language", "")
    wanted = [each.partition(";")[0].strip() for each in named.split(",")[:20]]
    return negotiate_locale(wanted, languages(), sep="-") or ENGLISH.code


def own_name(code: str) -> str:
    """Return what a language calls itself, such as Deutsch."""
    return (Locale(code).get_display_name(code) or code).capitalize()


@cache
def language_called(code: str) -> Language:
    """Return a language with its catalogue; texts it lacks are said in English."""
    if code == ENGLISH.code:
        return ENGLISH
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Language(Locale(code), GNUTranslations(compiled), DAYS.get(code, ENGLISH.day))
