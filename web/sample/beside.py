"""The sample programme beside one's own log: told when somebody first looks round, removable."""

from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Lock

from web.bootstrap import Platform, build
from web.sample import tell_sample

TRUTH = "events.sqlite"


class SampleBeside:
    """A data folder of its own with the sample programme, opened by whoever looks round."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._turn = Lock()
        self._opened: Platform | None = None
        self._file = 0

    @property
    def is_told(self) -> bool:
        """Tell whether there is a sample to look at."""
        return (self.folder / TRUTH).exists()

    def open(self) -> Platform:
        """Return the platform of the sample; tells the sample first where there is none."""
        with self._turn:
            if not self.is_told:
                self._tell()
            file = (self.folder / TRUTH).stat().st_ino
            if self._opened is None or file != self._file:  # another process told it anew
                self._close()
                self._opened, self._file = build(self.folder, local=True), file
            return self._opened

    def remove(self) -> None:
        """Take the sample away; looking round again tells it anew."""
        with self._turn:
            self._close()
            rmtree(self.folder, ignore_errors=True)

    def close(self) -> None:
        """Let go of its databases."""
        with self._turn:
            self._close()

    def _tell(self) -> None:
        """Tell it aside, so that nobody ever opens half of it."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(mkdtemp(prefix="sample-", dir=self.folder.parent))
        tell_sample(aside)
        with suppress(OSError):  # another process was faster
            aside.rename(self.folder)
        rmtree(aside, ignore_errors=True)

    def _close(self) -> None:
        if self._opened:
            self._opened.close()
        self._opened = None
