"""The settings in force, and where each value came from."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct, ValidationError, convert

from domain.kernel.errors import Invalid
from domain.kernel.messages import say


class Settings(Struct, frozen=True):
    """What the environment may say; everything has a default."""

    data: str = "./pilotlog-data"
    database_url: str = ""
    url: str = ""
    log: Literal["text", "json"] = "text"
    sample: str = ""

    @property
    def folder(self) -> Path:
        """Return the data folder; a relative one begins where the process was started."""
        return Path(self.data)

    @property
    def sample_folder(self) -> Path:
        """Return the folder of the sample programme, which is never the data folder."""
        return Path(self.sample) if self.sample else self.folder / "sample"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of an environment. Raises Invalid, naming the variable."""
    found = {
        field: environment[name]
        for field in Settings.__struct_fields__
        if (name := f"PILOTLOG_{field.upper()}") in environment
    }
    try:
        settings = convert(found, Settings)
    except ValidationError as wrong:
        message = say("A PILOTLOG_ setting is wrong: {wrong}.", wrong=str(wrong))
        raise Invalid(message) from None
    return settings


def sources(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return where the value of each setting came from."""
    return {
        field: name if (name := f"PILOTLOG_{field.upper()}") in environment else "default"
        for field in Settings.__struct_fields__
    }
