"""A server that says where it is answers there from that moment on."""

from http.client import HTTPConnection
from pathlib import Path
from shutil import copytree

from tests.support.pages.web_server import start_server, stop_server


def test_whoever_reads_the_address_may_come_at_once(tmp_path: Path, empty: Path) -> None:
    copytree(empty, tmp_path / "data")
    server, address = start_server(tmp_path / "data")
    caller = HTTPConnection(address.removeprefix("http://"), timeout=20)
    try:
        caller.request("GET", "/healthz")
        answer = caller.getresponse()
        assert (answer.status, answer.read()) == (200, b"ok")
    finally:
        caller.close()
        stop_server(server)
