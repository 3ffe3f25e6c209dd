"""Rooms by subject: few modules loose in a folder, and each beside whoever alone needs it."""

import ast
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAYERS = ("domain", "pilots", "projections", "web")
LOOSE_AT_MOST = 20
FAMILIES = {  # one table, one rule, one family of commands in each file
    "domain/rules",
    "pilots/commands",
    "projections/models",
}
ELSEWHERE = {  # what has one importer in another folder, and why
    "web.storage.copy": "storage has its room, whichever command asks for it",
    "web.timeline.picture": "the door of its room: pages come in by it",
}
NOT_IMPORTED = {
    "web.message_extraction",
    "web.static.vendor.vendor",
}  # named in pyproject.toml, Makefile


def modules() -> dict[str, Path]:
    """Return the modules of all layers by name; a package goes by its own."""
    found = {}
    for layer in LAYERS:
        for file in sorted((ROOT / layer).rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            if "migrations" not in parts[:-1]:
                found[".".join(parts).removesuffix(".__init__")] = file
    return found


MODULES = modules()


@cache
def tree_of(file: Path) -> ast.Module:
    """Return what a file says, read once for all tests."""
    return ast.parse(file.read_text())


@cache
def importers() -> dict[str, set[str]]:
    """Return which modules import each module."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, file in MODULES.items():
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.Import):
                wanted = [each.name for each in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                inside = {f"{node.module}.{each.name}" for each in node.names}
                wanted = [*(inside & MODULES.keys()), node.module]
            else:
                continue
            for each in wanted:
                if each in MODULES and each != name:
                    found[each].add(name)
    return found


def room(module: str) -> str:
    """Return the folder a module lies in; a package is its own."""
    is_package = MODULES[module].name == "__init__.py"
    return module if is_package else module.rpartition(".")[0]


def test_at_most_twenty_modules_lie_loose_in_a_folder() -> None:
    files = [*MODULES.values(), *(ROOT / "tests").rglob("*.py")]
    files = [file for file in files if file.name not in ("__init__.py", "conftest.py")]
    loose = Counter(str(file.parent.relative_to(ROOT)) for file in files)
    crowded = {folder: many for folder, many in loose.items() if many > LOOSE_AT_MOST}
    families = FAMILIES | {f"tests/{family}" for family in FAMILIES}
    assert crowded.keys() <= families, crowded


def test_a_module_with_one_importer_lives_in_a_folder_with_it() -> None:
    alone = {name: next(iter(who)) for name, who in importers().items() if len(who) == 1}
    apart = {
        name: who
        for name, who in alone.items()
        if name.partition(".")[0] == who.partition(".")[0]  # layers do not share folders
        and MODULES[name].name != "__init__.py"
        and not room(name).startswith(room(who))
        and not room(who).startswith(room(name))
    }
    assert apart.keys() == ELSEWHERE.keys(), apart


def test_every_module_is_imported_or_named_elsewhere() -> None:
    known = importers()
    files = {name for name, file in MODULES.items() if file.name != "__init__.py"}
    assert files - known.keys() == NOT_IMPORTED


def test_a_room_says_what_it_is_for() -> None:
    rooms = [name for name, file in MODULES.items() if file.name == "__init__.py"]
    assert [name for name in rooms if not ast.get_docstring(tree_of(MODULES[name]))] == []
