"""Where a page may lead back to: a path of this server, and nothing a browser reads otherwise."""

import re
from urllib.parse import urlsplit

LOCAL = re.compile(r"/(?![/\\])[!-\[\]-~]*")  # printable ASCII without a backslash


def local_path(said: str, host: str | None = None) -> str:
    """Return the path of an address that is ours, or the front page.

    `host` is what this server is called; addresses without one are ours.
    """
    try:
        told = urlsplit(said)
    except ValueError:
        return "/"
    if told.scheme not in ("", "http", "https") or (told.netloc and told.netloc != host):
        return "/"
    path = f"{told.path}?{told.query}" if told.query else told.path
    return path if LOCAL.fullmatch(path) else "/"
