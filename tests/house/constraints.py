"""Tells whether constraints.txt was made from what pyproject.toml asks for.

    python -m tests.house.constraints         says so if it was not
    python -m tests.house.constraints sign    writes into it that it was

The first line of constraints.txt bears a digest of everything pyproject.toml asks for, so that no
network is needed to tell.
"""

import json
import sys
import tomllib
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONSTRAINTS = ROOT / "constraints.txt"
OPENING = "# What `make` installs, made by `make lock` from what pyproject.toml asks for: "
OUT_OF_DATE = (
    "constraints.txt was made from other dependencies than pyproject.toml asks for now:"
    " run `make lock`."
)


def opening(project: Path = ROOT / "pyproject.toml") -> str:
    """Return the first line of a constraints.txt that fits, with its digest."""
    declared = tomllib.loads(project.read_text())
    asked = (
        declared["build-system"]["requires"],
        declared["project"]["requires-python"],
        declared["project"]["dependencies"],
        declared["dependency-groups"],
    )
    return OPENING + sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def is_current(constraints: Path = CONSTRAINTS) -> bool:
    """Tell whether this file was made from what pyproject.toml asks for now."""
    return constraints.read_text().startswith(f"{opening()}\n")


def sign(constraints: Path = CONSTRAINTS) -> None:
    """Write into this file what it was just made from."""
    pins = [line for line in constraints.read_text().splitlines() if not line.startswith("#")]
    constraints.write_text("\n".join([opening(), *pins, ""]))


if __name__ == "__main__":
    if sys.argv[1:] == ["sign"]:
        sign()
    elif not is_current():
        sys.exit(OUT_OF_DATE)
