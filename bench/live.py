"""Two hundred open windows on one process: their memory, how soon they hear, what it costs."""

import asyncio
import json
import os
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from re import findall
from statistics import median
from tempfile import TemporaryFile
from time import monotonic, perf_counter, sleep
from uuid import uuid4

from bench.pages import largest
from web.bootstrap import Platform

WINDOWS, CHANGES, TOGETHER = 200, 20, 10
COMMAND = "/api/v1/commands/log-participation"
REGIONS = ("hero", "notices", "figures", "timeline", "feed")
PART = {"HX-Request": "true", "HX-Request-Type": "partial"}


def measure(platform: Platform, folder: Path) -> None:
    """Open windows on the largest pilot, log to it, and let all windows look again."""
    del folder
    pilot, _ = largest(platform)
    server, port = _serve(platform.folder)
    try:
        asyncio.run(_measured(server.pid, port, pilot))
    finally:
        server.terminate()
        server.wait(20)


async def _measured(pid: int, port: int, pilot: str) -> None:
    for _ in range(3):  # so that what is loaded once is not counted
        await _regions(port, pilot)
    before = _resident(pid)
    windows = [await _open(port, pilot) for _ in range(WINDOWS)]
    await asyncio.gather(*(_until(reader, b"listening") for reader, _ in windows))
    print(f"  {WINDOWS} open windows take {_resident(pid) - before:,.1f} MB more resident memory")
    waits: list[float] = []
    for _ in range(CHANGES):
        began = perf_counter()
        heard = [asyncio.create_task(_heard(reader, began)) for reader, _ in windows]
        await asyncio.to_thread(_log, port, pilot)
        waits += await asyncio.gather(*heard)
    figures = f"median {median(waits) * 1000:,.0f} ms, slowest {max(waits) * 1000:,.0f} ms"
    print(f"  from sending an entry to hearing of it in {WINDOWS} windows: {figures}")
    busy, began = _processor(pid), perf_counter()
    turns = asyncio.Semaphore(TOGETHER)

    async def look() -> None:
        async with turns:
            await _regions(port, pilot)

    await asyncio.gather(*(look() for _ in windows))
    spent, passed = _processor(pid) - busy, perf_counter() - began
    print(
        f"  all {WINDOWS} fetch {len(REGIONS)} regions: {spent:.1f} s of processor, {passed:.1f} s"
    )
    print(f"  with the windows open there are {_resident(pid) - before:,.1f} MB more than at first")
    for _, writer in windows:
        writer.close()


async def _open(port: int, pilot: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /live?pilot={pilot} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return reader, writer


async def _heard(reader: asyncio.StreamReader, began: float) -> float:
    await _until(reader, b"event: changed")
    return perf_counter() - began


async def _until(reader: asyncio.StreamReader, word: bytes) -> None:
    while word not in await asyncio.wait_for(reader.readline(), 60):
        pass


async def _regions(port: int, pilot: str) -> None:
    def fetch() -> None:
        browser = HTTPConnection("127.0.0.1", port, timeout=120)
        for region in REGIONS:
            browser.request("GET", f"/pilots/{pilot}?part={region}", headers=PART)
            answer = browser.getresponse()
            assert answer.read(), answer.status
        browser.close()

    await asyncio.to_thread(fetch)


def _log(port: int, pilot: str) -> None:
    browser = HTTPConnection("127.0.0.1", port, timeout=60)
    body = json.dumps({"pilot": pilot, "text": "Measured", "mode": "contribute"})
    browser.request("POST", COMMAND, body, {"Idempotency-Key": uuid4().hex})
    assert browser.getresponse().status == 201  # noqa: PLR2004  # created
    browser.close()


def _serve(data: Path) -> tuple[subprocess.Popen[bytes], int]:
    log = TemporaryFile("a+")  # noqa: SIM115  # it lives as long as the server
    program = "from web.cli import main; main()"
    server = subprocess.Popen(  # noqa: S603  # ourselves
        [sys.executable, "-c", program, "serve", "--local", "--port", "0"],
        env=os.environ | {"PILOTLOG_DATA": str(data)},
        stderr=log,
    )
    deadline = monotonic() + 60
    while monotonic() < deadline and server.poll() is None:
        log.seek(0)
        if found := findall(r"http://127\.0\.0\.1:(\d+)", log.read()):
            return server, int(found[0])
        sleep(0.05)
    message = "The server to measure did not start."
    raise RuntimeError(message)


def _resident(pid: int) -> float:
    (size,) = findall(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(size) / 1024


def _processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
