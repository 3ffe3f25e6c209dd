"""Somebody at a browser: reads pages, fills in forms, and looks at what was stored."""

from typing import Any

from httpx2 import Response

from domain.facts.participation import ParticipationLogged
from domain.kernel.access import Standing
from domain.kernel.aggregate import Event
from pilots.request import new_id
from tests.support.pages.in_process import InProcessClient
from tests.support.pages.reading_pages import Node, read
from tests.support.stories.builders import person
from web.app import create_app
from web.bootstrap import Platform
from web.http.reading import SESSION

PASSWORD = "correct horse battery"  # noqa: S105  # of accounts that live for one test


class Browser:
    """A client that follows no redirect by itself and gets a 500 as people do."""

    def __init__(self, platform: Platform, token: str = "", who: str = "") -> None:
        self.platform = platform
        self.who = who
        self.token = token
        self.client = InProcessClient(create_app(platform))
        if token:
            self.client.cookies.set(SESSION, token)

    def get(self, path: str, **headers: str) -> Response:
        """Ask for an address; `hx_request` means the header HX-Request."""
        return self.client.get(path, headers=_headers(headers))

    def page(self, path: str, **headers: str) -> Node:
        """Open a page that must be there."""
        answer = self.get(path, **headers)
        assert answer.status_code == 200, f"{path} answers {answer.status_code}"
        return read(answer.text)

    def send(self, path: str, fields: dict[str, Any], **headers: str) -> Response:
        """Send a form, with an id of its own unless the fields say one."""
        said = {"command_id": new_id()} | fields
        return self.client.post(path, data=said, headers=_headers(headers))

    def sent(self, path: str, fields: dict[str, Any], **headers: str) -> str:
        """Send a form that must be accepted, and return the address it leads to."""
        answer = self.send(path, fields, **headers)
        assert answer.status_code == 303, read(answer.text).text()[:300]
        return str(answer.headers["location"])

    def done(self, path: str, fields: dict[str, Any], **headers: str) -> Node:
        """Send a form that must be accepted, and return the page it leads to."""
        return self.page(self.sent(path, fields, **headers), **headers)

    def head(self) -> int:
        """Return how much is stored."""
        return self.platform.pilots.head()

    def stored(self, after: int = 0) -> list[Event]:
        """Return what is stored after a position."""
        return list(self.platform.pilots.facts_after(after, 1000))


def sign_in(platform: Platform, name: str, standing: Standing) -> Browser:
    """Return the browser of somebody with an account, who has signed in."""
    who = person(platform, name, standing).person
    platform.accounts.add(login=name, name=name, person=who, password=PASSWORD, standing=standing)
    return Browser(platform, platform.accounts.sign_in(name, PASSWORD) or "", who)


def pilots_of(browser: Browser) -> list[str]:
    """Return the ids of the pilots there are."""
    known = browser.get("/api/v1/pilots").json()["pilots"]
    return [pilot["pilot"] for pilot in known]


def entries_of(browser: Browser) -> list[ParticipationLogged]:
    """Return the entries that were ever logged."""
    facts = (event.fact for event in browser.stored())
    return [fact for fact in facts if isinstance(fact, ParticipationLogged)]


def _headers(said: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in said.items()}
