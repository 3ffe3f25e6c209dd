"""Work that comes again and again: who did what on which days, dealt from written phrases."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from zlib import crc32

from msgspec import Struct

from web.sample.step import StoryStep, began

WHEN = re.compile(
    r"(?P<first>\d+)-(?P<last>\d+) (?P<early>\d\d:\d\d)-(?P<late>\d\d:\d\d) every (?P<gap>[\d-]+)"
)
LATE = re.compile(r"(?P<every>\d+) at (?P<early>\d\d:\d\d)-(?P<late>\d\d:\d\d)")
THANKS = re.compile(r"(?P<every>\d+) by (?P<who>.+)")
ANSWERS = re.compile(r"(?P<every>\d+) by (?P<who>[^:]+): (?P<text>.+)")


class Deck:
    """Deals phrases in an order that is always the same; none twice before all were dealt."""

    def __init__(self) -> None:
        self._written: dict[str, Sequence[str]] = {}
        self._dealt: dict[str, int] = {}

    def add(self, slot: str, phrases: Sequence[str]) -> None:
        """Put phrases in for a slot such as {fault}."""
        self._written[slot], self._dealt[slot] = phrases, 0

    def fill(self, text: str) -> str:
        """Return a text with each slot filled with the next phrase."""
        return re.sub(r"\{(\w+)\}", lambda found: self._next(found[1]), text)

    def _next(self, slot: str) -> str:
        written = self._written[slot]
        turn, place = divmod(self._dealt[slot], len(written))
        self._dealt[slot] += 1
        return sorted(written, key=lambda phrase: crc32(f"{turn}{phrase}".encode()))[place]


class Recurring(Struct, frozen=True):
    """Entries of one kind between two days: `138-66 22:05-23:50 every 2-3`.

    `who` names those who take turns, and how many go along: `Tomas, Priya, Olu +1-2`. Below it,
    `late: 3 at 05:40-06:30` has every third logged the next morning, and `thanks: 4 by Noor`
    has every fourth acknowledged, and `answered: 1 by Noor: {answered}` every one answered.
    """

    when: str
    who: str
    entry: dict[str, Any]
    more: dict[str, str]

    def steps(self, deck: Deck) -> Iterator[StoryStep]:
        """Return an entry for each of the days, and what follows from some."""
        if not (when := WHEN.fullmatch(self.when)):
            raise ValueError(self.when)
        day, number = int(when["first"]), 0
        while day >= int(when["last"]):
            at = self._time(day, when["early"], when["late"])
            entry = self._logged(day, at, number, deck)
            yield entry
            yield from self._thanked(entry, number)
            yield from self._answered(entry, number, deck)
            day -= self._between(f"gap {number}", when["gap"])
            number += 1

    def _logged(self, day: int, at: str, number: int, deck: Deck) -> StoryStep:
        names, _, along = self.who.partition(" +")
        people = names.split(", ")
        people = people[number % len(people) :] + people[: number % len(people)]
        others = sorted(people[1:], key=lambda name: crc32(f"{number}{name}".encode()))
        others = others[: self._between(f"along {number}", along or "0")]
        fields = self.entry | {
            "text": deck.fill(self.entry["text"]),
            "with": [f"@{o}" for o in others],
        }
        if minutes := fields.get("minutes"):
            fields["minutes"] = str(self._between(f"minutes {number}", minutes))
            fields |= began(day, at, fields["minutes"])
        if (late := LATE.fullmatch(self.more.get("late", ""))) and self._falls(late, number):
            fields["occurred_at"] = f"{{{day} {at}}}"
            day, at = day - 1, self._time(day, late["early"], late["late"])
        return StoryStep(day, at, people[0], "log-participation", fields, f"{self.when}{number}")

    def _thanked(self, entry: StoryStep, number: int) -> Iterator[StoryStep]:
        thanks = THANKS.fullmatch(self.more.get("thanks", ""))
        if not thanks or not self._falls(thanks, number):
            return
        there = {entry.who, *(name[1:] for name in entry.fields["with"])}
        if away := [name for name in thanks["who"].split(", ") if name not in there]:
            useful = "false" if self._pick(f"useful {number}", 8) == 0 else "true"
            fields = {"entry": f"@{entry.makes}", "useful": useful}
            at = self._time(entry.day, "16:05", "17:40")
            yield StoryStep(entry.day - 1, at, away[0], "acknowledge-participation", fields)

    def _answered(self, entry: StoryStep, number: int, deck: Deck) -> Iterator[StoryStep]:
        answers = ANSWERS.fullmatch(self.more.get("answered", ""))
        if not answers or not self._falls(answers, number):
            return
        there = {entry.who, *(name[1:] for name in entry.fields["with"])}
        who = next(name for name in answers["who"].split(", ") if name not in there)
        at = self._time(entry.day, "23:05", "23:58")
        late = entry.time >= at
        fields: dict[str, Any] = {
            key: entry.fields[key]
            for key in ("pilot", "experiment", "medium")
            if key in entry.fields
        }
        fields |= {"mode": "answer", "to": f"@{entry.makes}", "text": deck.fill(answers["text"])}
        day, at = (
            (entry.day - 1, self._time(entry.day, "06:05", "06:40")) if late else (entry.day, at)
        )
        yield StoryStep(day, at, who, "log-participation", fields | {"minutes": "5"})

    def _falls(self, rule: re.Match[str], number: int) -> bool:
        return number % int(rule["every"]) == int(rule["every"]) - 1

    def _time(self, day: int, early: str, late: str) -> str:
        first, last = (int(each[:2]) * 60 + int(each[3:]) for each in (early, late))
        minute = first + self._pick(f"{day} {early}", last - first + 1)
        return f"{minute // 60:02}:{minute % 60:02}"

    def _between(self, seed: str, bounds: str) -> int:
        low, _, high = bounds.partition("-")
        return int(low) + self._pick(seed, int(high or low) - int(low) + 1)

    def _pick(self, seed: str, choices: int) -> int:
        return crc32(f"{self.when} {self.who} {seed}".encode()) % choices
