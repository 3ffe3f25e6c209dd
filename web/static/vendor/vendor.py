"""Copies pinned third-party files, with their licences, from node_modules to this folder.

Run it with `make vendor`; package.json pins the versions.
"""

import re
from pathlib import Path
from shutil import copyfile

HERE = Path(__file__).parent
FROM = HERE.parents[2] / "node_modules"
FONTS = FROM / "@fontsource-variable"

FILES = {
    "cally.js": FROM / "cally/dist/cally.js",
    "cally-LICENSE": FROM / "cally/LICENSE",
    "htmx.min.js": FROM / "htmx.org/dist/htmx.min.js",
    "hx-csp.min.js": FROM / "htmx.org/dist/ext/hx-csp.min.js",
    "htmx-LICENSE": FROM / "htmx.org/LICENSE",
    "inter.woff2": FONTS / "inter/files/inter-latin-wght-normal.woff2",
    "inter-LICENSE": FONTS / "inter/LICENSE",
    "newsreader.woff2": FONTS / "newsreader/files/newsreader-latin-wght-normal.woff2",
    "newsreader-italic.woff2": FONTS / "newsreader/files/newsreader-latin-wght-italic.woff2",
    "newsreader-LICENSE": FONTS / "newsreader/LICENSE",
    "lucide-LICENSE": FROM / "lucide-static/LICENSE",
}
ICONS = (
    "arrow-right", "arrow-up-right", "calendar", "check", "chevron-down", "circle-alert",
    "circle-check", "circle-dashed", "circle-minus", "circle-pause", "circle-stop", "circle-x",
    "clock", "coins", "corner-down-right", "download", "ellipsis", "eye", "flag",
    "flask-conical", "gauge", "history", "house", "info", "key-round", "layout-dashboard",
    "lightbulb", "list", "log-out", "map-pin", "message-square", "moon", "network", "pencil",
    "plus", "route", "ruler", "scale", "search", "settings", "share-2", "signpost", "split",
    "sprout", "sun", "table-2", "target", "trending-down", "trending-up", "undo-2", "user-plus",
    "users", "x",
)  # fmt: skip  # a list to look up, not to read


def sprite() -> str:
    """Return one SVG that holds each icon as a symbol."""
    parts = []
    for name in ICONS:
        drawn = (FROM / f"lucide-static/icons/{name}.svg").read_text()
        shapes = re.sub(r"\s+", " ", re.sub(r"<!--.*?-->|</?svg[^>]*>", "", drawn, flags=re.DOTALL))
        parts.append(f'<symbol id="{name}" viewBox="0 0 24 24">{shapes.strip()}</symbol>')
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{chr(10).join(parts)}\n</svg>\n'


if __name__ == "__main__":
    for name, file in FILES.items():
        copyfile(file, HERE / name)
    (HERE / "icons.svg").write_text(sprite())
