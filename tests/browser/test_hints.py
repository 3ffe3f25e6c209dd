"""Every hint of the sample is answered through the form behind its button, and is gone then."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import Watched
from tests.browser.forms import Visitor
from tests.support.pages.web_server import start_server, stop_server
from web.sample import tell_sample

SAID = {  # by the last part of a form's address: what somebody who means it would say
    "reframe-request": {
        "capability": "Crews tell the desk what they have not heard.",
        "problem": "Nobody knows who has read a notice, so the desk is rung for each of them.",
    },
    "state-accomplishment": {
        "answer": "Whoever is rostered for tomorrow knows by six in the evening which boat, "
        "without ringing the timetable desk.",
    },
    "state-purpose": {
        "change_or_protect": "An evening off is an evening off",
        "for_whom": "crews and those at home with them",
        "whose_belief": "Lucia, who is rung at supper",
    },
    "list-audience": {
        "interest": "people who want to know on Sunday how their week will be",
        "why_they_care": "They plan with others who work, too.",
    },
    "define-measure": {
        "measure": "rung-after-six",
        "name": "Calls to the desk after six",
        "unit": "calls a week",
        "benefits": "Fewer suppers that are interrupted.",
    },
    "state-why-care": {"text": "Each of us has stood on the wrong stage once."},
    "assess-medium-fit": {
        "audience": "crews",
        "share_present": "60",
        "source": "We asked nineteen of thirty-one.",
    },
    "amend-hypothesis": {"new": "crew app", "reason": "It was left out."},
    "learn": {"text": "Ask the crew that sails first; the others follow what it does."},
    "log": {"text": "Told them what we know, and wrote down what we do not."},
}


class HintOnPage(NamedTuple):
    """What the page shows of it."""

    pilot: str
    rule: str
    says: str
    href: str


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with a sample of its own, as these tests change it."""
    folder: Path = tmp_path_factory.mktemp("hinted")
    tell_sample(folder)
    server, address = start_server(folder)
    yield address
    stop_server(server)


@pytest.fixture
def context(browser: Browser, served: str) -> Iterator[BrowserContext]:
    """A window on that server."""
    context = browser.new_context(base_url=served, java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context
    context.close()


def hints_on(page: Page, pilot: str) -> list[HintOnPage]:
    """Return the hints on the page of a pilot."""
    page.goto(f"/pilots/{pilot}", wait_until="domcontentloaded")
    found = []
    for row in page.locator("section.notices[aria-labelledby=notices-h] li").all():
        rule = row.locator("a.why").get_attribute("href") or ""
        (button,) = row.locator("a.btn").all()  # exactly one thing to do
        href = button.get_attribute("href") or ""
        found.append(
            HintOnPage(pilot, rule.rpartition("/")[2], row.locator("p").text_content() or "", href)
        )
    return found


@pytest.mark.row("S000-hint-of-solution")
def test_s000_hint_of_solution(context: BrowserContext, served: str) -> None:
    page, watch = context.new_page(), Watched(context, served)
    asked = context.request.get(f"{served}/api/v1/pilots").json()["pilots"]
    pilots = [pilot["pilot"] for pilot in asked]
    waiting = [hint for pilot in pilots for hint in hints_on(page, pilot)]
    first = {hint.rule for hint in waiting}
    assert len(first) >= 10

    for _ in range(40):
        if not waiting:
            break
        hint = waiting[0]
        page.goto(hint.href, referer=f"{served}/pilots/{hint.pilot}")
        visitor = Visitor(page, watch, scripts=False)
        visitor.fill(SAID[hint.href.partition("?")[0].rpartition("/")[2]])
        visitor.send()
        page.locator("#toasts .toast").first.wait_for()
        left = hints_on(page, hint.pilot)
        assert (hint.rule, hint.says) not in [(each.rule, each.says) for each in left]
        waiting = [each for each in waiting if each.pilot != hint.pilot] + left
    assert waiting == []
    assert watch.said == []
