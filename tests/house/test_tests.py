"""Tests lie where their modules do, and are found by them."""

from pathlib import Path

import pytest

from tests.support.tests_of import ROOT, own_tests

OUTSIDE = ("browser", "faults", "house", "support", "upgrades")
TESTS = ROOT / "tests"
FOLDERS = {
    file.parent.relative_to(TESTS)
    for file in TESTS.rglob("test_*.py")
    if file.relative_to(TESTS).parts[0] not in OUTSIDE
}


@pytest.mark.parametrize("folder", sorted(FOLDERS), ids=str)
def test_a_folder_of_tests_mirrors_one_of_modules(folder: Path) -> None:
    assert (ROOT / folder).is_dir()


def test_no_test_lies_outside_of_a_layer() -> None:
    assert [file.name for file in TESTS.glob("*.py")] == ["__init__.py", "conftest.py"]


@pytest.mark.parametrize(
    ("module", "tests"),
    [
        ("pilots/concurrency.py", ["test_concurrency.py", "test_concurrency_of_versions.py"]),
        ("projections/learning/transfer.py", ["test_transfer.py"]),
        ("projections/learning/transfer_totals.py", ["test_transfer_totals.py"]),
        ("projections/models/interactions.py", ["test_interactions.py"]),
    ],
)
def test_what_is_named_after_a_module_is_its_own(module: str, tests: list[str]) -> None:
    folder = Path("tests") / Path(module).parent
    assert own_tests(module) == [str(folder / test) for test in tests]


def test_where_nothing_is_named_after_a_module_whoever_imports_it_is_found(tmp_path: Path) -> None:
    files = {
        "web/ui/toast.py": "",
        "web/ui/toaster.py": "",
        "tests/web/ui/test_toaster.py": "",
        "tests/web/test_one.py": "from web.ui import toast",
        "tests/web/test_two.py": "import web.ui.toast",
        "tests/web/test_three.py": "from web.ui.toast import show",
        "tests/web/test_four.py": "from web.ui.toaster import toast",
        "tests/web/test_five.py": "from web.ui import things",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    found = own_tests("web/ui/toast.py", tmp_path)

    assert found == [f"tests/web/test_{name}.py" for name in ("one", "three", "two")]
    assert own_tests("web/ui/__init__.py", tmp_path) == [
        f"tests/web/test_{name}.py" for name in ("five", "one")
    ]
