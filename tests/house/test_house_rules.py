"""The rules of the house: openings, names, boundaries, and what is generated."""

import ast
import re
import tomllib
from inspect import getdoc
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from domain.catalogue import catalogue
from domain.facts import FAMILIES
from domain.kernel.aggregate import FACTS, Fact
from domain.metrics import metrics_as_page
from pilots.commands import COMMANDS, Command
from web.api.openapi import commands_as_page
from web.method import method_as_page

ROOT = Path(__file__).parents[2]
ROOMS = ("domain", "pilots", "projections", "web", "tests", "bench", "docs", ".ci")
VENDOR = ROOT / "web" / "static" / "vendor"
GENERATED = {
    ROOT / "docs" / "events.md": catalogue,
    ROOT / "docs" / "commands.md": commands_as_page,
    ROOT / "docs" / "method.md": method_as_page,
    ROOT / "docs" / "metrics.md": metrics_as_page,
}
SOURCES = {".html", ".css", ".js", ".md"}
TEXTS = {".py", ".toml", ".yml", ".yaml", ".json", ".txt", ".sh", ".cfg", ".ini", "", *SOURCES}
SENTENCE = re.compile(r"[^\n]*(?:\n[^\n]+)*\.")
ELSEWHERE = re.compile(
    r"(?<![\w.}])/(?:work|root|home/[a-z]+)/"
    r"|(?:pypi|pythonhosted|npmjs|npmmirror|crates|jsdelivr|unpkg)\.(?:org|com|net|io)\b"
)

DAY_OF_A_MOMENT = re.compile(r"\.date\(\)|\[:10\]|\bsubstr\(")
DAYS_OTHERWISE = {
    "domain/kernel/moments.py": "is where it is found",
    "domain/rules/back_test.py": "goes from one end of a day to the next, in the zone it is given",
    "projections/engine/as_of.py": "adds up sums by the day of UTC on which something got known",
    "projections/engine/writer.py": "writes those sums",
    "projections/evidence/open_assumptions.py": "begins with a moment in the pilot's zone",
    "projections/participation/pulses.py": "takes the month of a day that somebody said",
}


def files(*endings: str) -> list[Path]:
    """Return the project's own files with these endings."""
    inside = [file for room in ROOMS for file in (ROOT / room).rglob("*")]
    return sorted(
        file
        for file in [*ROOT.iterdir(), *inside]
        if file.is_file()
        and file.suffix in endings
        and "__pycache__" not in file.parts
        and file.name not in (".git", ".coverage.json")
        and VENDOR not in file.parents
    )


PYTHON = files(".py")


def name_of(file: object) -> str:
    """Return how a file or class is called in the list of tests."""
    return str(file.relative_to(ROOT)) if isinstance(file, Path) else getattr(file, "__name__", "")


def test_a_python_file_opens_with_one_sentence() -> None:
    texts = {name_of(file): file.read_text() for file in PYTHON if file.stat().st_size}
    opened = {name: ast.get_docstring(ast.parse(text)) or "" for name, text in texts.items()}
    first = {name: text.partition("\n\n")[0] for name, text in opened.items()}

    assert {name: text for name, text in first.items() if not is_one_sentence(text)} == {}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=name_of)
def test_a_command_its_class_and_its_test_share_one_stem(command: type[Command]) -> None:
    assert command.__name__ == camel(command.called)
    assert (
        ROOT / "tests/pilots/commands" / f"test_{command.called.replace('-', '_')}.py"
    ).is_file()


@pytest.mark.parametrize("fact", FACTS.values(), ids=name_of)
def test_a_fact_is_stored_under_its_own_name_and_said_in_one_sentence(fact: type[Fact]) -> None:
    stored = re.fullmatch(r"([a-z]+)\.([a-z-]+)\.v[1-9]\d*", fact.stored_as)
    assert stored
    assert fact.__name__ == camel(f"{stored[1]}-{stored[2]}")
    assert is_one_sentence(getdoc(fact) or ""), getdoc(fact)


@pytest.mark.parametrize("fact", FACTS.values(), ids=name_of)
def test_a_fact_belongs_to_one_family(fact: type[Fact]) -> None:
    homes = [each.__name__ for each in FAMILIES if vars(each).get(fact.__name__) is fact]
    assert homes == [fact.__module__]


@pytest.mark.parametrize("file", GENERATED, ids=name_of)
def test_what_the_docs_list_is_what_the_code_prints(file: Path) -> None:
    assert file.read_text() == GENERATED[file]()


def test_rooms_import_each_other_only_as_the_contracts_allow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True) == 0


def _wanted() -> list[str]:
    """Return each line of pyproject.toml that asks for a package, as far as it is one."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = [*told["project"]["dependencies"], *told["dependency-groups"]["dev"]]
    return [each for each in asked if isinstance(each, str)]


@pytest.mark.parametrize("wanted", _wanted())
def test_a_dependency_has_a_comment_with_its_reason(wanted: str) -> None:
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    (line,) = (each for each in lines if each.strip().startswith(f'"{wanted}"'))
    assert re.search(r'",\s+# \w.+', line), line


def test_no_file_names_a_path_of_one_machine_or_the_host_of_a_registry() -> None:
    found = {name_of(file): ELSEWHERE.search(file.read_text()) for file in files(*TEXTS)}

    assert {name: each for name, each in found.items() if each} == {}


def is_one_sentence(text: str) -> bool:
    """Tell whether a text is one sentence that ends in a full stop."""
    return bool(SENTENCE.fullmatch(text)) and not re.search(r"[.!?]\s+[A-Z]", text)


def camel(stem: str) -> str:
    """Return a stem such as start-pilot as the name of a class."""
    return "".join(part.capitalize() for part in stem.split("-"))


def test_the_day_of_a_moment_is_found_in_a_zone() -> None:
    found = {
        name_of(file)
        for file in PYTHON
        if name_of(file).startswith(("domain/", "pilots/", "projections/"))
        and DAY_OF_A_MOMENT.search(file.read_text())
    }
    assert found == set(DAYS_OTHERWISE)
