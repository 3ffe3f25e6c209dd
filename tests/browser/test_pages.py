"""Every kind of page: accessible, within the policy, without leaving the host, and pictured."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Watched
from tests.support.pages.axe import violations

VIEWS = (
    "ledger",
    "turns",
    "velocity",
    "wheel",
    "peer-share",
    "ladder",
    "media",
    "risks",
    "decisions",
)
Theme = Literal["light", "dark"]
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
KINDS = (
    "home",
    "pilots",
    "pilot",
    "charter",
    "past",
    "chosen",
    "thing",
    "events",
    "lessons",
    "log",
    "form",
    "refused",
    "missing",
    "rules",
    "rule",
    "compare",
    "together",
    "medium",
    "sheet",
    "review",
    "review-print",
    "find",
    "changes",
    "decide",
    "decision",
    "start",
    "settings",
    "pilot-log",
    "insights",
    *VIEWS,
)


class Look(NamedTuple):
    """A screen and a theme in which kinds of page are looked at, and what the axe is asked."""

    screen: str
    theme: Theme
    asked: dict[str, Any]
    kinds: tuple[str, ...] = KINDS


SCREENS = {"desktop": 1440, "phone": 390}
COLOURS = ["color-contrast", "link-in-text-block"]  # all that differs in the dark
SAME_COLOURS = {"rules": {"color-contrast": {"enabled": False}}}
WITH_COLOURS = ("home", "pilot", "form", "review", "compare")  # what only a phone shows is there
LOOKS: tuple[Look, ...] = (  # what the axe is asked in each
    Look("desktop", "light", {}),
    Look("desktop", "dark", {"runOnly": COLOURS}),
    Look("phone", "dark", {"runOnly": COLOURS}, WITH_COLOURS),
    Look("phone", "light", {}, WITH_COLOURS),
    Look("phone", "light", SAME_COLOURS, tuple(kind for kind in KINDS if kind not in WITH_COLOURS)),
)

ENDLESS = """() => document.getAnimations().map((each) => each.effect)
  .filter((effect) => effect.getComputedTiming().endTime === Infinity)
  .map((effect) => effect.target.outerHTML)"""


def go_to(page: Page, kind: str) -> None:
    known = page.request.get("/api/v1/pilots").json()["pilots"]
    shown = next(each["pilot"] for each in known if each["title"] == "One night desk")
    pilot = f"/pilots/{shown}"
    if kind == "decision":
        page.goto(f"{pilot}/insights/decisions")
        decision = page.locator("main a[href^='/decisions/']").first.get_attribute("href")
        page.goto(decision or "")
        return
    addresses = {
        "home": "/",
        "pilot": pilot,
        "charter": f"{pilot}/charter",
        "past": f"{pilot}?as_of={_days_ago(60)}",
        "events": f"{pilot}/events",
        "lessons": "/lessons",
        "log": "/log",
        "form": f"{pilot}/plan-experiment",
        "refused": f"{pilot}/define-measure",
        "missing": "/pilots/pilot-nobody",
        "rules": "/rules",
        "rule": f"/rules/S002-hamster-wheel?pilot={shown}&threshold=3",
        "compare": "/compare",
        "together": "/together",
        "medium": "/media/shared board",
        "sheet": f"{pilot}/sheet",
        "review": "/review",
        "review-print": "/review/print",
        "find": f"/find?q=ni&pilot={shown}",
        "changes": f"{pilot}/changes?from={_days_ago(120)}",
        "decide": f"{pilot}/take-decision?verdict=scale",
        "start": "/start",
        "settings": "/settings",
        "pilot-log": f"{pilot}/log",
        "insights": f"{pilot}/insights",
    } | {view: f"{pilot}/insights/{view}" for view in VIEWS}
    page.goto(addresses.get(kind) or "/pilots")
    if kind in ("chosen", "thing"):
        page.goto(pilot)
        page.locator("#timeline .k-lesson a.mark").nth(1).click()
        page.locator("#trace").wait_for()
    if kind == "thing":
        page.get_by_role("link", name="Open its page").click()
        page.locator(".lineage").first.wait_for()
    if kind == "refused":
        page.get_by_label("Short key").fill("Not A Key")
        page.get_by_label("What is measured?").fill("Calls")
        page.get_by_label("Unit").fill("calls")
        page.get_by_role("button", name="Define the measure").click()
        page.get_by_role("alert").wait_for()


def _days_ago(days: int) -> str:
    return str(datetime.now(UTC).date() - timedelta(days=days))


def test_every_kind_of_page_is_accessible_and_keeps_the_policy(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address)
    watch = Watched(context, address)
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        page.set_viewport_size({"width": SCREENS["desktop"], "height": 900})
        go_to(page, kind)
        for look in LOOKS:
            if kind not in look.kinds:
                continue
            page.set_viewport_size({"width": SCREENS[look.screen], "height": 900})
            page.emulate_media(color_scheme=look.theme)
            if wrong := violations(page, **look.asked):
                found[f"{kind}, {look.screen}, {look.theme}"] = wrong
            wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
            assert not wide, f"{kind} scrolls sideways on a {look.screen}"
        assert page.evaluate(ENDLESS) == [], f"{kind} is painted again and again while nobody looks"
    context.close()

    assert found == {}
    assert [said for said in watch.said if "404" not in said] == []
    assert watch.left == []


def test_the_axe_finds_what_is_wrong(page: Page) -> None:
    page.goto("/")
    page.evaluate("document.querySelector('#what').labels[0].remove()")
    page.evaluate("document.querySelector('#what').removeAttribute('placeholder')")

    assert violations(page)


def test_the_axe_finds_what_cannot_be_read_in_the_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/lessons")
    assert violations(page, runOnly=COLOURS) == []
    page.evaluate("document.querySelector('main h1').style.color = '#222'")

    assert violations(page, runOnly=COLOURS)


@pytest.mark.parametrize(
    "name", ["pilot-light", "pilot-dark", "pilot-phone", "review-light", "together-dark"]
)
def test_pictures_are_taken(browser: Browser, address: str, tmp_path: Path, name: str) -> None:
    kind, _, look = name.partition("-")
    wide = SCREENS["phone" if look == "phone" else "desktop"]
    theme: Theme = "dark" if look == "dark" else "light"
    context = browser.new_context(
        base_url=address, viewport={"width": wide, "height": 900}, color_scheme=theme
    )
    page = context.new_page()
    go_to(page, kind)
    page.wait_for_load_state("networkidle")
    taken = tmp_path / f"{name}.png"
    page.screenshot(path=taken)
    context.close()

    kept = PICTURES / taken.name
    if not kept.exists():
        PICTURES.mkdir(exist_ok=True)
        kept.write_bytes(taken.read_bytes())
    assert taken.stat().st_size > 20_000
