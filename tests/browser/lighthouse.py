"""What Lighthouse makes of the pages people see most, on a phone and at a desk: `make exam`.

It is fetched from npm and takes its time, so that it is no part of `make test`.
"""

import json
import os
import subprocess
from pathlib import Path

import pytest
from httpx2 import get

from tests.support.pages.chromium import CHROMIUM

LIGHTHOUSE = "lighthouse@12.8.2"
KINDS = ("performance", "accessibility", "best-practices")
LEAST = 95  # of 100
FLAGS = "--headless --no-sandbox --disable-gpu"
LOOKS = {"phone": (), "desk": ("--preset=desktop",)}


@pytest.fixture(scope="module")
def lighthouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, from the registry of packages that npm is set up with."""
    folder = tmp_path_factory.mktemp("lighthouse")
    asked = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder)]
    subprocess.run([*asked, LIGHTHOUSE], check=True)
    return folder / "node_modules/.bin/lighthouse"


@pytest.fixture(scope="module")
def night(address: str) -> str:
    """The path of the pilot of the sample that has most in it."""
    known = get(f"{address}/api/v1/pilots").json()["pilots"]
    return next(f"/pilots/{one['pilot']}" for one in known if one["title"] == "One night desk")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("page", ["/", "{night}", "/review", "/lessons"])
def test_lighthouse_gives_a_page_at_least_95(
    lighthouse: Path, address: str, night: str, tmp_path: Path, page: str, look: str
) -> None:
    report = tmp_path / "report.json"
    asked = [str(lighthouse), f"{address}{page.format(night=night)}", *LOOKS[look], "--quiet"]
    kept = ["--output=json", f"--output-path={report}", f"--chrome-flags={FLAGS}"]
    only = f"--only-categories={','.join(KINDS)}"
    environment = os.environ | {"CHROME_PATH": str(CHROMIUM)}
    subprocess.run([*asked, *kept, only], check=True, env=environment)

    told = json.loads(report.read_text())["categories"]
    scores = {kind: round(told[kind]["score"] * 100) for kind in KINDS}

    told_in_words = ", ".join(f"{kind} {score}" for kind, score in scores.items())
    print(f"{page.strip('{}')} {look}: {told_in_words}")  # noqa: T201  # figures
    assert min(scores.values()) >= LEAST, scores
