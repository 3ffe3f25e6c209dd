"""A disk that can be filled and emptied again: a small file system in memory."""

import os
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

BLOCK = bytes(4096)


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path | None]:
    """Make a folder on a small disk of its own, or None where this machine does not allow that."""
    folder = Path(tempfile.mkdtemp(prefix="pilotlog-disk-"))
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "pilotlog-disk", str(folder)]
    is_there = not os.getuid() and not subprocess.run(mount, check=False).returncode
    try:
        yield folder if is_there else None
    finally:
        if is_there:
            subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S607  # wherever it is
        folder.rmdir()


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """Leave no room on the disk that a folder is on, until the block ends."""
    ballast = folder / "ballast"
    with ballast.open("ab", buffering=0) as into, suppress(OSError):
        while into.write(BLOCK):
            pass
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def no_larger_files(process: int, than: int) -> Iterator[None]:
    """Let a running process write no file beyond a size, as a quota would."""
    before = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (than, before[1]))
    try:
        yield
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, before)
