"""Prints which tests are a module's own: `python -m tests.support.tests_of pilots/gates.py`.

Those whose path mirrors the module's; where there are none, those that import it.
"""

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def own_tests(module: str, root: Path = ROOT) -> list[str]:
    """Return the tests of a module such as pilots/gates.py, as paths from the root."""
    at = Path(module)
    return sorted(str(file.relative_to(root)) for file in _mirrored(at, root) or _asking(at, root))


def _mirrored(module: Path, root: Path) -> list[Path]:
    """Return the tests named after a module, unless a longer name of its folder fits them."""
    stems = [file.stem for file in (root / module.parent).glob("*.py")]
    tests = (root / "tests" / module.parent).glob("test_*.py")
    return [test for test in tests if _owner(test.stem.removeprefix("test_"), stems) == module.stem]


def _owner(name: str, stems: list[str]) -> str:
    fitting = (stem for stem in stems if name == stem or name.startswith(f"{stem}_"))
    return max(fitting, key=len, default="")


def _asking(module: Path, root: Path) -> list[Path]:
    """Return the tests that import a module; a package is named by its folder."""
    parts = module.with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return [test for test in (root / "tests").rglob("test_*.py") if name in _imported(test)]


def _imported(test: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(test.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{each.name}" for each in node.names}
        elif isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
    return names


if __name__ == "__main__":
    print("\n".join(own_tests(sys.argv[1])))
