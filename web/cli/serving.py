"""Commands that serve pages: for everybody, for the owner of this machine, or as a demo."""

import asyncio
import gc
import signal
from ipaddress import ip_address
from pathlib import Path
from socket import AF_INET, AF_INET6, create_server, socket
from tempfile import TemporaryDirectory
from typing import Annotated, Any
from urllib.parse import urlsplit

from typer import Option, Typer

from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from web.bootstrap import Platform, build
from web.cli.logs import set_up_logs
from web.cli.processes import run_together
from web.cli.wiring import platform, warn
from web.sample import tell_sample
from web.settings import read_settings
from web.storage.sqlite import has_wal_bug

Host = Annotated[str, Option(help="Address to listen on.")]
Port = Annotated[int, Option(help="Port to listen on; 0 takes a free one.", min=0, max=65535)]


def add_to(app: Typer) -> None:
    """Enter the commands."""
    app.command()(serve)
    app.command()(demo)


def serve(
    *,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Annotated[int, Option(help="How many processes serve.", min=1, max=64)] = 1,
    local: Annotated[bool, Option(help="Let the owner of this machine in as they are.")] = False,
) -> None:
    """Serve the pages."""
    if local:
        _must_be_loopback(host)
    if workers > 1 and has_wal_bug() and not read_settings().database_url:
        message = say(
            "This SQLite is too old for several processes. Leave --workers out, install the "
            "package pysqlite3, or use PostgreSQL."
        )
        raise Invalid(message)
    with platform(local=local) as opened:
        opened.views.keep_up()
        if workers == 1:
            _serve(opened, _open_door(host, port))
            return
    door = _open_door(host, port)

    def work() -> None:
        with platform(local=local) as opened:
            _serve(opened, door)

    run_together(workers, work)


def demo(*, host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serve a sample programme from a folder that is thrown away afterwards."""
    _must_be_loopback(host)
    with TemporaryDirectory(prefix="pilotlog-demo-") as folder:
        tell_sample(Path(folder))
        opened = build(Path(folder), local=True)
        try:
            opened.views.keep_up()
            _serve(opened, _open_door(host, port))
        finally:
            opened.close()


def _must_be_loopback(host: str) -> None:
    try:
        loopback = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        message = say(
            "Nobody signs in here, so {host} will not do. Use 127.0.0.1, or leave --local out.",
            host=host,
        )
        raise Invalid(message)


def _open_door(host: str, port: int) -> socket:
    """Listen, and then say where: whoever reads the address may come at once."""
    try:
        family = AF_INET6 if ":" in host else AF_INET
        door = create_server((host, port), family=family, backlog=100)
    except OSError as wrong:
        message = say(
            "{host}:{port} cannot be listened on: {why}. Try another --port.",
            host=host,
            port=str(port),
            why=wrong.strerror or "",
        )
        raise Invalid(message) from None
    address = door.getsockname()
    name = f"[{address[0]}]" if ":" in address[0] else address[0]
    url = f"http://{name}:{address[1]}"
    warn(say("Pilotlog is at {address}  (Ctrl-C stops it)", address=url))
    return door


def _serve(opened: Platform, door: socket) -> None:
    from hypercorn.config import Config  # noqa: PLC0415  # no other command needs a web server

    config, settings = Config(), read_settings()
    config.bind = [f"fd://{door.fileno()}"]
    config.keep_alive_timeout = 5  # until the headers of a request are in; the guard sees to bodies
    config.graceful_timeout = 5
    config.root_path = urlsplit(settings.url).path  # whoever reads the pages comes by this address
    config.errorlog = set_up_logs(settings.log)
    asyncio.run(_until_stopped(opened, config))


async def _until_stopped(opened: Platform, config: Any) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stop.set)
    from hypercorn.asyncio import serve as serve_app  # noqa: PLC0415  # as above

    from web.app import create_app  # noqa: PLC0415  # as above

    app: Any = create_app(  # Starlette types its messages as mappings, Hypercorn as unions
        opened, read_settings().sample_folder
    )
    gc.collect()
    gc.freeze()  # what is loaded by now stays; looking through it again keeps a page waiting

    async def told_to_stop() -> None:
        await stop.wait()
        app.state.live.close()  # open streams end now, all else is answered first

    await serve_app(app, config, shutdown_trigger=told_to_stop)
    app.state.sample.close()
