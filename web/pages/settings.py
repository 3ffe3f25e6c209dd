"""Settings: oneself, people, the method, what one can take along."""

from collections.abc import Sequence
from importlib.metadata import version

from msgspec import Struct
from starlette.responses import Response

from domain.kernel.messages import Message, say
from web.http.page import Page
from web.http.reading import Reading


class SettingLink(Struct, frozen=True):
    """A page of settings, and what it is for."""

    href: str
    label: Message
    says: Message


class SettingGroup(Struct, frozen=True):
    """Pages of settings that belong together."""

    title: Message
    links: Sequence[SettingLink]


GROUPS = (
    SettingGroup(
        say("People"),
        (
            SettingLink("/people", say("People"), say("Who can be named in entries.")),
            SettingLink("/people/register", say("Add a person"), say("Without an account.")),
        ),
    ),
    SettingGroup(
        say("Method"),
        (
            SettingLink("/rules", say("Rules"), say("When a hint speaks up.")),
            SettingLink("/programmes/open", say("New programme"), say("Pilots that share rules.")),
            SettingLink("/reviews/open", say("Open a review"), say("Of other days than these.")),
        ),
    ),
    SettingGroup(
        say("Calendar and feed"),
        (
            SettingLink("/calendar.ics", say("Calendar"), say("Decisions, ends of pilots.")),
            SettingLink("/feed.atom", say("Feed"), say("What happened last, for a feed reader.")),
        ),
    ),
    SettingGroup(
        say("All pilots together"),
        (
            SettingLink("/together", say("What we learned together"), say("All pilots over time.")),
            SettingLink("/value", say("Value"), say("What all pilots turned out to be worth.")),
            SettingLink("/compare", say("Compare"), say("Pilots side by side.")),
            SettingLink("/search", say("Search"), say("All that was written.")),
        ),
    ),
)


class SettingsPage(Page, template="settings/settings.html"):
    """The settings of one's own, and where the others are."""

    groups: Sequence[SettingGroup] = GROUPS
    version: str


def show_settings(reading: Reading) -> Response:
    """GET /settings — theme, language, signing out, and where everything else is set."""
    return reading.render(SettingsPage(version=version("pilotlog")))
