"""What a page says, as one struct: whoever makes it says all its template asks for."""

from typing import Any, ClassVar, dataclass_transform

from msgspec import Struct, StructMeta


class PartType(StructMeta):
    """Makes a part of a page, or a whole one with the `template` that shows it."""

    def __new__(cls, *parts: Any, template: str = "", frozen: bool = True) -> Any:
        """Make the class; its fields are given by name."""
        made: Any = super().__new__(cls, *parts, frozen=frozen, kw_only=True)
        made.template = template
        return made


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Part(Struct, metaclass=PartType, frozen=True):
    """What belongs together on a page, such as a region that also comes alone."""

    template: ClassVar[str]


class Page(Part):
    """All a page says besides the frame around it: class Home(Page, template="home/home.html")."""


def names_in(part: Part) -> dict[str, Any]:
    """Return what a template knows a page by: each field by its name, those of its parts too."""
    found: dict[str, Any] = {}
    for name in part.__struct_fields__:
        value = getattr(part, name)
        found |= names_in(value) if isinstance(value, Part) else {name: value}
    return found
