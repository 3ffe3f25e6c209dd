"""Commands that serve pages: for everybody, for the owner of this machine, or as a demo."""

import asyncio
import signal
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from typer import Option, Typer

from domain.errors import Invalid
from web.bootstrap import Platform, build
from web.cli.wiring import err, platform
from web.logs import set_up_logs
from web.sample import tell_sample
from web.settings import read_settings

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
    local: Annotated[bool, Option(help="Let the owner of this machine in as they are.")] = False,
) -> None:
    """Serve the pages."""
    if local:
        _must_be_loopback(host)
    with platform(local=local) as here:
        _serve(here, host, port)


def demo(*, host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serve a sample programme from a folder that is thrown away afterwards."""
    _must_be_loopback(host)
    with TemporaryDirectory(prefix="pilotlog-demo-") as folder:
        tell_sample(Path(folder))
        here = build(Path(folder), local=True)
        try:
            _serve(here, host, port)
        finally:
            here.close()


def _must_be_loopback(host: str) -> None:
    try:
        loopback = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        message = (
            f"Nobody signs in here, so {host} will not do. Use 127.0.0.1, or leave --local out."
        )
        raise Invalid(message)


def _serve(here: Platform, host: str, port: int) -> None:
    here.views.keep_up()
    from hypercorn.config import Config  # noqa: PLC0415  # no other command needs a web server

    config = Config()
    config.bind = [f"[{host}]:{port}" if ":" in host else f"{host}:{port}"]
    config.read_timeout = 30  # a request that dribbles in is dropped
    config.graceful_timeout = 5
    config.errorlog = set_up_logs(read_settings().log)
    asyncio.run(_until_stopped(here, config))


async def _until_stopped(here: Platform, config: Any) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stop.set)
    try:
        sockets = config.create_sockets()
    except OSError as wrong:
        message = f"{config.bind[0]} cannot be listened on: {wrong.strerror}. Try another --port."
        raise Invalid(message) from None
    (door,) = sockets.insecure_sockets
    door.listen(config.backlog)  # whoever reads the address below may come at once
    address = door.getsockname()
    config.bind = [f"fd://{door.fileno()}"]
    name = f"[{address[0]}]" if ":" in address[0] else address[0]
    err.print(f"Pilotlog is at http://{name}:{address[1]}  (Ctrl-C stops it)")
    from hypercorn.asyncio import serve as serve_app  # noqa: PLC0415  # as above

    from web.app import create_app  # noqa: PLC0415  # as above

    app: Any = create_app(here)  # Starlette types its messages as mappings, Hypercorn as unions
    await serve_app(app, config, shutdown_trigger=stop.wait)
