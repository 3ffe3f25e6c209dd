"""Where a page may lead back to: a path of this server, and nothing a browser reads otherwise."""

import re
from urllib.parse import urlsplit

from web.http.urls import url

LOCAL = re.compile(r"/(?![/\\])[!-\[\]-~]*")  # printable ASCII without a backslash


def local_path(address: str, host: str | None = None) -> str:
    """Return the path of an address that is ours, or the front page.

    `host` is what this server is called; addresses without one are ours. The sub-path the product
    is served at is taken off.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    if parts.scheme not in ("", "http", "https") or (parts.netloc and parts.netloc != host):
        return "/"
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    if (below := url("")) and (path == below or path.startswith((f"{below}/", f"{below}?"))):
        path = path.removeprefix(below)
    return path if LOCAL.fullmatch(path) else "/"
