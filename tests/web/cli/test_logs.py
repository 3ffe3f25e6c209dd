"""What the server logs about an error names no secret that was in its hands."""

import subprocess
import sys

import pytest

BREAKS = """
from web.cli.logs import set_up_logs

def sign_in(password, cookie):
    raise OSError("the disk is full")

log = set_up_logs("{shape}")
try:
    sign_in("hunter" + "2-secret", "session-of-" + "somebody")
except OSError:
    log.exception("it broke")
"""


@pytest.mark.parametrize("shape", ["text", "json"])
def test_an_error_is_logged_without_passwords_and_sessions(shape: str) -> None:
    ran = subprocess.run(  # our own program
        [sys.executable, "-c", BREAKS.format(shape=shape)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert "the disk is full" in ran.stderr
    assert "hunter2-secret" not in ran.stderr
    assert "session-of-somebody" not in ran.stderr
