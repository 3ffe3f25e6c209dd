"""Every hint of the sample is answered through the form behind its button, and is gone then."""

from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from domain.rules import RULES
from domain.rules.speaking import hints
from projections.engine.as_of import NOW
from projections.pilot.known_pilot import known_pilot
from projections.pilot.rules_in_force import settings_of
from tests.support.machines.clock import MONDAY
from tests.support.pages.browser import Browser, pilots_of
from tests.support.stories.copies import opened, stopped_at
from tests.web.pages.commands.test_form import form_of
from web.bootstrap import Platform
from web.ui.hints import shown

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


def hints_on(platform: Platform, pilot: str) -> list[HintOnPage]:
    """Return what rules say of a pilot, as its page shows one after the other."""
    with platform.views.reading() as db:
        known = known_pilot(db, NOW, pilot)
        assert known is not None
        settings = settings_of(db, NOW, known.charter.programme)
        said = hints(RULES, known, platform.pilots.clock(), settings)
    return [HintOnPage(pilot, each.rule, str(each.says), shown(each, pilot).href) for each in said]


@pytest.mark.row("S000-hint-of-solution")
def test_s000_hint_of_solution(told_sample: Path, tmp_path: Path) -> None:
    with opened(told_sample, tmp_path, stopped_at(MONDAY + timedelta(hours=1))) as platform:
        browser = Browser(platform)
        waiting = [hint for pilot in pilots_of(browser) for hint in hints_on(platform, pilot)]
        assert len({hint.rule for hint in waiting}) >= 10

        for _ in range(40):
            if not waiting:
                break
            hint = waiting[0]
            form = form_of(browser.page(hint.href, referer=f"http://localhost/pilots/{hint.pilot}"))
            path = hint.href.partition("?")[0]
            done = browser.done(path, form.filled_in(SAID[path.rpartition("/")[2]]))
            assert done.first("div", id="toasts").first("span").text()
            left = hints_on(platform, hint.pilot)
            assert (hint.rule, hint.says) not in [(each.rule, each.says) for each in left]
            waiting = [each for each in waiting if each.pilot != hint.pilot] + left
        assert waiting == []
