"""Finds the words of a line that say when something happened, and how long it took."""

import re
from datetime import datetime
from typing import NamedTuple

from dateparser import parse

CLOCK = r"(?:at |um |@)?\d{1,2}(?:[:.]\d{2}(?: ?uhr| ?[ap]m)?| ?[ap]m| ?uhr)"
DAY = (
    r"(?:this morning|this afternoon|this evening|last night|tonight|today|yesterday"
    r"|heute|gestern|vorgestern"
    r"|(?:on |last |am |letzten )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)"
    r"|(?:on |am )?\d{4}-\d{2}-\d{2}|(?:on |am )?\d{1,2}\.\d{1,2}\.\d{4}"
    r"|(?:on |am )?\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|mär|mai|okt|dez)[a-zä]*(?: \d{4})?)"
)
AGO = r"(?:(?:\d{1,3}|an?) (?:minute|hour|day|week)s? ago|vor (?:\d{1,3}|einer?|einem) \w+)"
WHEN = re.compile(rf"(?<![\w@])(?:{AGO}|{DAY}(?:,? {CLOCK})?|{CLOCK})(?!\w)", re.IGNORECASE)
LONG = re.compile(
    r"(?<![\w.,])(?:for |in |für )?(?:(?P<hours>\d{1,2}(?:[.,]\d)?) ?(?:h|hrs?|hours?|std|stunden?)"
    r"(?: ?(?P<rest>\d{1,2}) ?(?:m|mins?)?)?"
    r"|(?P<minutes>\d{1,4})(?:m| ?mins?| ?minutes?| ?minuten?))(?!\w)",
    re.IGNORECASE,
)
LANGUAGES = ["en", "de"]
PREFIX = re.compile(r"^(?:on|at|am|um|letzten)\s+|@", re.IGNORECASE)
FULL_HOUR = re.compile(r"(?<![:.])\b(\d{1,2}) ?uhr", re.IGNORECASE)
SAYS_A_CLOCK = re.compile(rf"{CLOCK}$|ago$|^vor ", re.IGNORECASE)


class ReadSpan(NamedTuple):
    """What a stretch of a line says: where it stands, and what it means."""

    start: int
    end: int
    value: str
    exact: bool = True


def when_in(line: str, now: datetime) -> ReadSpan | None:
    """Return when it happened, as a local time such as 2026-03-02T15:00; nothing in the future.

    Where only a day is said it is that day, 2026-03-02, and `exact` is False.
    """
    for found in WHEN.finditer(line):
        settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "past"}
        moment = parse(_bare(found[0]), languages=LANGUAGES, settings=settings)
        exact = SAYS_A_CLOCK.search(found[0]) is not None
        if moment and not exact and moment.date() <= now.date():
            return ReadSpan(*found.span(), moment.date().isoformat(), exact)
        if moment and exact and moment <= now:
            return ReadSpan(*found.span(), moment.isoformat(timespec="minutes"), exact)
    return None


def minutes_in(line: str, when: ReadSpan | None = None) -> ReadSpan | None:
    """Return how many minutes it took, such as 40 for 40m, 90 for 1.5h or 1h30.

    What says when it happened, such as 2 hours ago, says nothing of that.
    """
    for found in LONG.finditer(line):
        if when and found.start() < when.end and when.start < found.end():
            continue
        hours = float((found["hours"] or "0").replace(",", "."))
        minutes = round(hours * 60) + int(found["rest"] or 0) + int(found["minutes"] or 0)
        if minutes:
            return ReadSpan(*found.span(), str(minutes))
    return None


def _bare(words: str) -> str:
    return PREFIX.sub("", FULL_HOUR.sub(r"\1:00", words).replace(" um ", " ")).strip()
