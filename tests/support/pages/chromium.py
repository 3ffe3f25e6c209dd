"""Where Chromium is, and how tests and benchmarks start it."""

import re
import shutil

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")  # the quickest first
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
MISSING = "Chromium is not installed: apt-get install chromium-headless-shell"
LIVE = re.compile(r"\blive-on\b")  # the class of the live line while it hears
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
