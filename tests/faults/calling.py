"""One request to a server under test, over a connection of its own, and the answer as it came."""

import json
from http.client import HTTPConnection, HTTPException
from typing import Any

UNREACHED = (OSError, HTTPException)  # nobody knows whether the request arrived
PATIENCE = 60.0  # seconds; longer than anything here may wait


def call(
    address: str, method: str, path: str, key: str = "", body: Any = None, within: float = PATIENCE
) -> tuple[int, Any]:
    """Ask, and return the status with the answer: decoded JSON, or text."""
    connection = HTTPConnection(address.removeprefix("http://"), timeout=within)
    try:
        headers = {"Idempotency-Key": key} if key else {}
        connection.request(method, path, json.dumps(body) if body else None, headers)
        answer = connection.getresponse()
        told = answer.read().decode()
        is_json = "json" in (answer.headers["content-type"] or "")
        return answer.status, json.loads(told) if is_json else told
    finally:
        connection.close()
