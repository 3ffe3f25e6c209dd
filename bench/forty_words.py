"""Somebody who types 40 words a minute logs an entry and a lesson, ten times, in a real browser."""

from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import uuid4

from playwright.sync_api import Page, sync_playwright

from bench.pages import served
from tests.support.pages.chromium import ARGUMENTS, CHROMIUM, MISSING
from web.app import create_app
from web.bootstrap import Platform

TIMES = 10
A_KEY = 60_000 / (40 * 5)  # milliseconds: 40 words a minute, of five letters each


def measure(platform: Platform, folder: Path) -> None:
    """Type into the front page as it opens; done is when the entry stands in the log."""
    del folder
    if CHROMIUM is None:
        print(f"  {MISSING}")
        return
    with served(create_app(platform)) as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(base_url=f"http://127.0.0.1:{port}")
        page.goto("/")
        took = [_log(page) for _ in range(TIMES)]
        browser.close()
    figures = f"median {median(took):.1f} s, slowest {max(took):.1f} s"
    print(f"  an entry with a lesson, typed at 40 words a minute, {TIMES} times: {figures}")


def _log(page: Page) -> float:
    mark = uuid4().hex[:4]
    began = perf_counter()
    page.keyboard.type(f"@mere @tom co-wrote FAQ {mark} on wiki 40m", delay=A_KEY)
    page.keyboard.press("Tab", delay=A_KEY)
    page.keyboard.type("Two pens beat ten mails", delay=A_KEY)
    page.keyboard.press("Control+Enter", delay=A_KEY)
    page.get_by_role("heading", name=f"co-wrote FAQ {mark}").wait_for()
    return perf_counter() - began
