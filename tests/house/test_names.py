"""One concept, one name: no class twice, no name that says nothing, none of those that are gone."""

import ast
import re
from collections import defaultdict
from pathlib import Path

from tests.house.test_rooms import MODULES, ROOT, tree_of

BENCH = {f"bench.{file.stem}": file for file in (ROOT / "bench").glob("*.py")}
SOURCES = {**MODULES, **BENCH}
EMPTY = {"told", "said", "has", "its", "these", "here"}
SHAPELESS = {"MOST", "FEW", "ENOUGH", "PAGE", "NEWEST", "LISTED"}
GONE = {  # words the glossary replaced in code; the word that stands for each
    "basis": "evidence share",
    "beam": "insight",
    "confluence": "learning loop",
    "craft": "practice curve",
    "goalposts": "target changes",
    "grounds": "evidence",
    "host": "owner",
    "sureness": "confidence",
    "taps": "lesson ratings",
    "trace": "lineage",
    "turn": "learning loop",
    "velocity": "cycle time",
    "wheel": "hamster wheel",
    "worth": "value",
}
KEPT = {  # modules and classes whose names hold one of these, in another sense
    "HamsterWheel",
    "TurningPoint",
    "domain.rules.hamster_wheel",
    "domain.rules.worthwhile",
    "projections.learning.hamster_wheel",
}
OURS = {  # whose classes may be inherited from: they are made for that
    "AboutReadiness",
    "Aggregate",
    "Command",
    "Fact",
    "Page",
    "Part",
    "Rule",
}


def classes() -> list[tuple[str, str, ast.ClassDef]]:
    return [
        (node.name, module, node)
        for module, file in MODULES.items()
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ClassDef)
    ]


CLASSES = classes()


def words(name: str) -> set[str]:
    """Return the words of a name, however they are put together."""
    return {each.lower() for each in re.findall(r"[A-Z]?[a-z]+", name)}


def test_no_two_classes_bear_one_name() -> None:
    homes = defaultdict(list)
    for name, module, _ in CLASSES:
        homes[name].append(module)
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


def test_no_class_inherits_from_a_concrete_class_of_ours() -> None:
    bases = {
        (name, base.id)
        for name, _, node in CLASSES
        for base in node.bases
        if isinstance(base, ast.Name)
    }
    ours = {name for name, _, _ in CLASSES}
    refusals = {name for name, base in bases if base == "Refused"} | {"Refused", "Overtaken"}
    wrong = {
        (name, base)
        for name, base in bases
        if base in ours - OURS and name not in refusals  # refusals are kinds of one another
    }
    assert wrong == set()


def test_classes_and_modules_go_by_the_words_of_the_glossary() -> None:
    names = {name for name, _, _ in CLASSES} | {*MODULES}
    found = {
        name: sorted(gone)
        for name in names - KEPT
        if (gone := words(name.rpartition(".")[2]) & GONE.keys())
    }
    assert found == {}


def empty_names(file: Path) -> set[str]:
    """Return the locals and parameters of a file whose names say nothing."""
    tree = tree_of(file)
    stored = {
        node.id
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    given = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return (stored | given) & EMPTY


def test_a_local_says_what_it_holds() -> None:
    found = {name: names for name, file in SOURCES.items() if (names := empty_names(file))}
    assert found == {}


def test_a_constant_says_of_what_it_is_the_most() -> None:
    named = {
        (target.id, module)
        for module, file in SOURCES.items()
        for node in tree_of(file).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    assert {each for each in named if each[0] in SHAPELESS} == set()


def test_pages_take_no_more_from_sqlalchemy_than_types() -> None:
    rooms = ("api", "aspects", "charts", "composer", "forms", "http", "live", "method", "pages",
             "timeline", "ui")  # fmt: skip
    types = {"Connection", "Engine", "Row", "RowMapping"}
    looks = {"NOW", "Cut"}
    asked = {}
    for module, file in MODULES.items():
        if module.startswith(tuple(f"web.{each}" for each in rooms)):
            for node in ast.walk(tree_of(file)):
                if isinstance(node, ast.ImportFrom):
                    allowed = {"sqlalchemy": types, "projections.engine.as_of": looks}
                    names = {each.name for each in node.names}
                    if more := names - allowed.get(node.module or "", names):
                        asked[module] = more
    assert asked == {}
