"""A small TCP proxy that cuts a connection right after a commit, so that nobody is told of it."""

import socket
from contextlib import suppress
from threading import Thread
from typing import Any


class Cutter:
    """Stands before a server on the loopback address; cuts the next commits when told to."""

    def __init__(self, port: int) -> None:
        """Listen on a free port and pass everything on to another."""
        self.left = 0
        """How many commits are still to be cut."""
        self.cut = 0
        """How many were cut."""
        self._port = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._door.getsockname()[1])
        Thread(target=self._take, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)  # closing alone would not wake who waits there
        self._door.close()

    def _take(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._door.accept()
                server = socket.create_connection(("127.0.0.1", self._port))
                line = _Line(self, client, server)
                for way in (line.ask, line.answer):
                    Thread(target=way, daemon=True).start()


class _Line:
    """One connection: what is asked goes one way, what is answered the other."""

    def __init__(self, cutter: Cutter, client: socket.socket, server: socket.socket) -> None:
        self._cutter, self._client, self._server = cutter, client, server
        self._cutting = False

    def ask(self) -> None:
        """Pass on what is asked; the answer to a commit that is to be cut will not come back."""
        while said := self._heard(self._client):
            if b"COMMIT" in said and self._cutter.left:
                self._cutter.left -= 1
                self._cutting = True
            self._say(self._server, said)
        self._hang_up()

    def answer(self) -> None:
        """Pass on what is answered, or hang up once the commit is done."""
        while said := self._heard(self._server):
            if self._cutting and b"COMMIT" in said:  # by now it is done
                self._cutter.cut += 1
                break
            self._say(self._client, said)
        self._hang_up()

    def _heard(self, end: Any) -> bytes:
        with suppress(OSError):
            return bytes(end.recv(65536))
        return b""

    def _say(self, end: socket.socket, said: bytes) -> None:
        with suppress(OSError):
            end.sendall(said)

    def _hang_up(self) -> None:
        for end in (self._client, self._server):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
