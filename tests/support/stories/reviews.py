"""What tests of the review do with its page: read its sentence, send its forms."""

from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node


def said(page: Node) -> str:
    """Return the sentence in numbers."""
    return page.first("p", class_="lead").text()


def hidden(page: Node, action: str) -> dict[str, str]:
    """Return what a form of the page sends along, but for its id."""
    (form,) = [n for n in page.find("form") if n.attrs.get("action", "").startswith(action)]
    fields = {n.attrs["name"]: n.attrs.get("value", "") for n in form.find("input")}
    return {name: value for name, value in fields.items() if name != "command_id"}


def closed(browser: Browser) -> Node:
    """Close the review that is shown, in one click."""
    return browser.done("/review/close", hidden(browser.page("/review"), "/review/close"))
