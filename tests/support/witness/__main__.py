"""Saves every answer to a GET, every export and every help text in a folder, or compares two.

    python -m tests.support.witness save FOLDER
    python -m tests.support.witness compare BEFORE AFTER

The sample and, where it lies beside the project, the HiveMind history are served with a standing
clock; what one folder has and the other has not, or has otherwise, is printed. Of pages it is what
they say and lead to that counts: white space, classes and style sheets are passed over.
"""

import difflib
import json
import os
import re
import sys
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qsl, urlsplit

from httpx2 import Response
from typer.main import get_command
from typer.testing import CliRunner

from domain.catalogue import catalogue
from domain.metrics import metrics_as_page
from pilots.exchange.polis import import_polis
from pilots.exchange.polis_files import read_polis
from tests.support.machines.clock import MONDAY
from tests.support.pages.in_process import InProcessClient
from tests.support.stories.hivemind import HIVEMIND
from tests.support.witness import from_here_on_the_same
from web.api.openapi import commands_as_page
from web.app import create_app
from web.bootstrap import Platform, build
from web.cli import app
from web.http.urls import COLLECTIONS
from web.method import method_as_page
from web.sample import tell_sample

ALIKE = 2  # addresses of one shape that are asked for
DEEP = 2  # things a query may say
LINK = re.compile(r'(hx-get|href)="(/[^"]*)"')
ID = re.compile(rf"\b({'|'.join(COLLECTIONS)})-[0-9a-z][0-9a-z-]*")
WIDE = 200  # letters of a line that are printed
NUMBER = re.compile(r"\b\d+\b")
FIRST = (
    "/", "/pilots", "/lessons", "/together", "/review", "/review/print", "/review.txt", "/compare",
    "/value", "/people", "/rules", "/search?q=night", "/find", "/find?q=decide", "/log",
    "/calendar.ics", "/feed.atom", "/settings", "/healthz", "/readyz", "/login", "/nothing",
    "/api/v1/pilots", "/api/v1/events?limit=1000", "/api/v1/commands", "/api/v1/people",
    "/api/v1/value", "/api/v1/review", "/api/v1/lessons/alike?q=board", "/api/openapi.json",
)  # fmt: skip


class Standing:
    """A clock that does not go."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the moment it stands at."""
        return self.now


def save(into: Path) -> None:
    """Save what the product answers."""
    into.mkdir(parents=True)
    _save_printed(into)
    with TemporaryDirectory() as folder:
        sample, hive = Path(folder) / "sample", Path(folder) / "hive"
        tell_sample(sample, MONDAY)
        if HIVEMIND.is_dir():
            with closing(build(hive, Standing(MONDAY), local=True)) as here:
                for name in sorted(each.name for each in HIVEMIND.iterdir() if each.is_dir()):
                    import_polis(here.pilots, read_polis(HIVEMIND / name))
                here.views.keep_up()
        for each in filter(Path.is_dir, (sample, hive)):
            _save_exports(each, into)
        from_here_on_the_same()
        for each in filter(Path.is_dir, (sample, hive)):
            with closing(build(each, Standing(MONDAY + timedelta(hours=1)), local=True)) as here:
                _save_answers(here, into, f"{each.name}")


def _save_printed(into: Path) -> None:
    for name, printed in (
        ("events.md", catalogue),
        ("commands.md", commands_as_page),
        ("method.md", method_as_page),
        ("metrics.md", metrics_as_page),
    ):
        _write(into / "printed" / name, printed())
    for words in _commands(get_command(app), ()):
        told = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "100"})
        _write(into / "printed" / "_".join(("help", *words)), told.output)


def _commands(command: object, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    for name, each in getattr(command, "commands", {}).items():
        yield from _commands(each, (*words, name))


def _save_exports(folder: Path, into: Path) -> None:
    os.environ |= {"PILOTLOG_DATA": str(folder), "PILOTLOG_DATABASE_URL": ""}
    for form in ("ndjson", "csv"):
        told = into / f"{folder.name}.{form}"
        done = CliRunner().invoke(app, ["export", "--format", form, "-o", str(told)])
        assert done.exit_code == 0, done.output
        if told.stat().st_size > 10_000_000:  # too much to keep: its digest will do
            told.write_text(sha256(told.read_bytes()).hexdigest())


def _save_answers(here: Platform, into: Path, name: str) -> None:
    """Follow every link, some of each shape; each page also in German and as of the past."""
    client = InProcessClient(create_app(here))
    ahead = deque(("", path) for path in FIRST)
    for told in client.get("/api/v1/pilots").json()["pilots"]:
        for path in ("", "/timeline", *(f"/aspects/{each}" for each in _aspects())):
            ahead.append(("", f"/api/v1/pilots/{told['pilot']}{path}"))
    seen, shapes = set(ahead), Counter[tuple[str, str]]()
    varied: set[tuple[str, str]] = set()
    past = _days(here)
    while ahead:
        by, path = ahead.popleft()
        partial = {"HX-Request": "true", "HX-Request-Type": "partial"} if by == "hx-get" else {}
        body = _keep(client, into / name, by, path, partial)
        for found in _links(body):
            shape = (found[0], _shape(found[1]))
            deep = shape[1].count("&") >= DEEP
            if found not in seen and not deep and shapes[shape] < ALIKE:
                shapes[shape] += 1
                seen.add(found)
                ahead.append(found)
        if (by, _shape(path)) in varied:
            continue
        varied.add((by, _shape(path)))
        if not by and not path.startswith("/api/"):
            _keep(client, into / name, "de", path, {"Accept-Language": "de"})
        if not {"as_of", "at"} & dict(parse_qsl(urlsplit(path).query)).keys():
            for day in past:
                mark = "&" if "?" in path else "?"
                _keep(client, into / name, by, f"{path}{mark}as_of={day}", partial)


def _aspects() -> list[str]:
    from web.aspects import ASPECTS  # noqa: PLC0415

    return [each.slug for each in ASPECTS]


def _days(here: Platform) -> list[str]:
    """Return a day in the middle of what was logged."""
    facts = list(here.pilots.facts_after(here.pilots.head() // 2, 1))
    return [f"{each.recorded_at:%Y-%m-%d}" for each in facts if each.recorded_at]


def _keep(client: InProcessClient, into: Path, by: str, path: str, headers: dict[str, str]) -> str:
    answer = client.get(path, headers=headers)
    told = {
        key: value
        for key, value in answer.headers.items()
        if key in ("content-type", "location", "cache-control", "content-security-policy", "vary")
    }
    head = "".join(f"{key}: {value}\n" for key, value in sorted(told.items()))
    text = f"{by} {path}\n{answer.status_code}\n{head}\n{_in_lines(answer)}"
    file = re.sub(r"[^\w.=&?-]+", "~", path)[:150]
    _write(into / by / f"{file}.{sha256(path.encode()).hexdigest()[:8]}", text)
    return answer.text if "html" in answer.headers.get("content-type", "") else ""


def _in_lines(answer: Response) -> str:
    if "json" not in answer.headers.get("content-type", ""):
        return answer.text
    return json.dumps(answer.json(), indent=1, ensure_ascii=False)


def _links(body: str) -> Iterator[tuple[str, str]]:
    for by, found in LINK.findall(body):
        path = unescape(found).partition("#")[0]
        if path and not path.startswith(("/static/", "/live", "/logout")):
            yield ("hx-get" if by == "hx-get" else ""), path


def _shape(path: str) -> str:
    parts = urlsplit(path)
    asked = sorted(key for key, _ in parse_qsl(parts.query))
    return NUMBER.sub("0", ID.sub(r"\1", parts.path)) + "?" + "&".join(asked)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


class _Shown(HTMLParser):
    """What a page says and leads to, an element or a text a line."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = {name: " ".join((value or "").split()) for name, value in attrs if name != "class"}
        if kept.get("rel") != "stylesheet":
            self.lines.append(f"<{tag} {sorted(kept.items())}")

    def handle_endtag(self, tag: str) -> None:
        self.lines.append(f"</{tag}")

    def handle_data(self, data: str) -> None:
        self.lines += filter(None, [" ".join(data.split())])


def lines_of(file: Path) -> list[str]:
    """Return the lines of a kept answer that count."""
    text = file.read_text()
    head, _, body = text.partition("\n\n")
    if "content-type: text/html" not in head:
        return text.splitlines()
    shown = _Shown()
    shown.feed(body)
    return [*head.splitlines(), *shown.lines]


def compare(before: Path, after: Path) -> int:
    """Print what differs between two folders; return how many files do."""
    told = [{p.relative_to(at) for p in at.rglob("*") if p.is_file()} for at in (before, after)]
    for gone, sign in ((told[0] - told[1], "-"), (told[1] - told[0], "+")):
        for each in sorted(gone):
            print(sign, each)
    differ = 0
    for each in sorted(told[0] & told[1]):
        was, now = (lines_of(at / each) for at in (before, after))
        if was != now:
            differ += 1
            print("!", each)
            if differ <= 40:  # more tell nothing new
                lines = list(difflib.unified_diff(was, now, lineterm="", n=0))[2:12]
                print(*(line[:WIDE] for line in lines), sep="\n")
    print(f"{len(told[0] & told[1])} alike in name, {differ} of them differ,"
          f" {len(told[0] ^ told[1])} in one folder only")  # fmt: skip
    return differ + len(told[0] ^ told[1])


if __name__ == "__main__":
    does, *paths = sys.argv[1:]
    if does == "save":
        save(Path(paths[0]))
    else:
        sys.exit(compare(Path(paths[0]), Path(paths[1])) > 0)
