"""Completes the word somebody types: people of the pilot, channels, experiments, somebody new."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.messages import Message, Text, say
from projections.search.autocomplete import people_beginning
from web.composer.line.words import JOINTS, MEDIA, ON, SMALL
from web.i18n.current import spoken

WORD = re.compile(r"(?<![\w@.])(?P<at>@?)(?P<word>[^\W\d_][\w’'-]*)$")
BEFORE = re.compile(r"(?P<joint>\S+)\s+$")
LEAST = 2  # letters from which on a word is completed
LEAST_OF_A_TITLE = 3
SHOWN = 5


class Completion(Struct, frozen=True, kw_only=True):
    """One way the line may go on: what takes the place of what, and whether it is chosen beside."""

    start: int
    """Where in the line what it replaces begins; it ends where one types."""
    inserts: str
    says: Text
    about: Message
    icon: str
    experiment: str = ""
    """The experiment that is chosen instead of writing anything."""


class Around(Struct, frozen=True):
    """What can be completed: members' names, channels, and titles of experiments by id."""

    members: list[str]
    media: list[str]
    experiments: Mapping[str, str]


def completions_for(db: Connection, text: str, caret: int, around: Around) -> list[Completion]:
    """Return how the word before the caret may go on, the likeliest first."""
    before = text[:caret]
    found = WORD.search(before)
    if found is None or text[caret : caret + 1].isalnum():
        return []
    word, has_at = found["word"], bool(found["at"])
    if len(word) < LEAST - has_at or (word in SMALL and not has_at):
        return []
    people = list(_people(db, before, found, around.members))
    shown = [*people, *_media(before, found, around.media)]
    shown += _experiments(found, around.experiments)
    last = BEFORE.search(before[: found.start()])
    is_joined = bool(last) and last["joint"].casefold() in JOINTS  # type: ignore[index]  # it is found
    is_name = has_at or (word[:1].isupper() and (is_joined or bool(people)))
    guest = [_guest(word, found.start())] if is_name and not _is_whole(word, people) else []
    return [*shown[: SHOWN - len(guest)], *guest]


def _people(
    db: Connection, before: str, found: re.Match[str], members: Iterable[str]
) -> Iterator[Completion]:
    word, seen = found["word"].casefold(), set()
    for name in members:
        parts = name.casefold().split()
        if any(part.startswith(word) for part in parts) and not _ends_with(before, name):
            seen.add(name)
            yield Completion(
                start=_begin(before, name, found.start()),
                inserts=name,
                says=name,
                about=say("in this pilot"),
                icon="users",
            )
    if found["at"] or found["word"][:1].isupper():
        for row in people_beginning(db, word, SHOWN):
            if row["name"] not in seen and not _ends_with(before, row["name"]):
                yield Completion(
                    start=found.start(),
                    inserts=row["name"] if " " in row["name"] else f"@{row['name']}",
                    says=row["name"],
                    about=say("known here"),
                    icon="users",
                )


def _media(before: str, found: re.Match[str], ours: list[str]) -> Iterator[Completion]:
    word, last = found["word"].casefold(), BEFORE.search(before[: found.start()])
    follows = last is not None and (last["joint"].casefold() in ON or last["joint"].endswith(","))
    on = "" if follows else "per " if spoken().code == "de" else "on "
    for medium in dict.fromkeys([*ours, *sorted(MEDIA)] if follows else ours):
        if medium.casefold().startswith(word) and medium.casefold() != word:
            yield Completion(
                start=found.start(),
                inserts=f"{on}{medium}",
                says=medium,
                about=say("channel"),
                icon="map-pin",
            )


def _experiments(found: re.Match[str], experiments: Mapping[str, str]) -> Iterator[Completion]:
    word = found["word"].casefold()
    if len(word) < LEAST_OF_A_TITLE:
        return
    for experiment, title in experiments.items():
        if any(part.startswith(word) for part in title.casefold().split()):
            yield Completion(
                start=found.start(),
                inserts=found["word"],
                says=title,
                about=say("experiment"),
                icon="flask-conical",
                experiment=experiment,
            )


def _guest(word: str, start: int) -> Completion:
    says = say("“{name}”, somebody new", name=word)
    about = say("add as a guest")
    return Completion(start=start, inserts=f"@{word}", says=says, about=about, icon="user-plus")


def _is_whole(word: str, people: Iterable[Completion]) -> bool:
    return any(each.says == word for each in people)


def _ends_with(before: str, name: str) -> bool:
    """Tell whether a name is written out already."""
    return before.casefold().endswith(name.casefold())


def _begin(before: str, name: str, start: int) -> int:
    """Return where a name that is half written begins, its first words included."""
    for length in range(len(name), 0, -1):
        at = len(before) - length
        begins = at >= 0 and name.casefold().startswith(before[at:].casefold())
        if begins and (at == 0 or not before[at - 1].isalnum()):
            return at
    return start
