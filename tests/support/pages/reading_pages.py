"""Reads a page the way a browser does: as a tree of elements, with the values of its forms."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

VOID = frozenset({"meta", "link", "input", "br", "img", "hr"})


class Node:
    """One element of a page."""

    def __init__(self, tag: str, attrs: dict[str, str], parent: "Node | None") -> None:
        self.tag = tag
        self.attrs = attrs
        self.parent = parent
        self.inside: list[Node | str] = []

    def walk(self) -> Iterator["Node"]:
        """Yield this element and everything in it."""
        yield self
        for each in self.inside:
            if isinstance(each, Node):
                yield from each.walk()

    def find(self, tag: str, **attrs: str) -> list["Node"]:
        """Return the elements of a tag whose attributes say so; `class_` means class."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
        return [n for n in self.walk() if n.tag == tag and wanted.items() <= n.attrs.items()]

    def first(self, tag: str, **attrs: str) -> "Node":
        """Return the first such element; it is an error of the test where there is none."""
        found = self.find(tag, **attrs)
        assert found, f"the page has no <{tag}> {attrs}"
        return found[0]

    def text(self) -> str:
        """Return what it says, with single spaces."""
        return " ".join(self.raw().split())

    def raw(self) -> str:
        """Return what it says, letter by letter."""
        return "".join(each if isinstance(each, str) else each.raw() for each in self.inside)

    def within(self, tag: str) -> bool:
        """Tell whether an element of a tag is around it."""
        return self.parent is not None and (self.parent.tag == tag or self.parent.within(tag))

    def controls(self) -> list["Node"]:
        """Return what a person can fill in or choose from."""
        hidden = ("hidden", "submit")
        found = [n for tag in ("input", "select", "textarea") for n in self.find(tag)]
        return [n for n in found if n.attrs.get("type") not in hidden]

    def values(self) -> dict[str, Any]:
        """Return what sending this form as it stands would say."""
        said: dict[str, Any] = {}
        for n in self.find("input"):
            name, value, kind = n.attrs["name"], n.attrs.get("value", ""), n.attrs.get("type")
            if kind == "checkbox":
                said[name] = [*said.get(name, []), *[value] * ("checked" in n.attrs)]
            elif kind != "radio" or "checked" in n.attrs:
                said[name] = value
        said |= {n.attrs["name"]: n.raw().removeprefix("\n") for n in self.find("textarea")}
        for select in self.find("select"):
            options = select.find("option")
            chosen = [n.attrs["value"] for n in options if "selected" in n.attrs]
            several = "multiple" in select.attrs
            alone = (chosen or [n.attrs["value"] for n in options[:1]] or [""])[0]
            said[select.attrs["name"]] = chosen if several else alone
        return said

    def filled_in(self, said: Mapping[str, Any]) -> dict[str, Any]:
        """Return what sending this form would say once somebody typed or chose all of this.

        It is an error of the test where there is no control for it, or none that takes it.
        """
        controls = self.controls()
        for name, value in said.items():
            mine = [each for each in controls if each.attrs.get("name") == name]
            assert mine, f"the form has no field {name}"
            offered = {each.attrs.get("value", "") for each in mine}
            if mine[0].tag == "select":
                offered = {each.attrs["value"] for each in mine[0].find("option")}
            elif mine[0].attrs.get("type") not in ("checkbox", "radio"):
                continue
            missing = {*(value if isinstance(value, list) else [value])} - offered
            assert not missing, f"{name} offers no {missing}"
        return self.values() | dict(said)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Node("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.inside.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.inside.append(Node(tag, {name: value or "" for name, value in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        around: Node | None = self.here
        while around is not None and around.tag != tag:
            around = around.parent
        if around is not None and around.parent is not None:
            self.here = around.parent

    def handle_data(self, data: str) -> None:
        self.here.inside.append(data)


def read(html: str) -> Node:
    """Return a page as a tree."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root
