"""Commands that look after an installation: accounts, migrations, the catalogue, the doctor."""

from enum import StrEnum
from typing import Annotated

from msgspec import convert, json
from typer import Argument, Exit, Option, Typer

from domain.catalogue import catalogue as facts_as_page
from domain.catalogue import json_schema
from domain.kernel.access import SYSTEM, Standing
from domain.kernel.messages import Message, say
from domain.metrics import metrics_as_page
from pilots.commands.parsing import read_command
from pilots.commands.people import RegisterPerson
from pilots.request import CommandRequest
from projections.engine.catch_up import parked
from web.api.openapi import commands_as_page
from web.cli.wiring import answer, platform, warn
from web.method import method_as_page
from web.settings import read_settings, sources
from web.storage.sqlite import has_wal_bug
from web.storage.stores import engine_of, without_password


class StandingOption(StrEnum):
    """What somebody may do here."""

    MANAGER = "manager"
    MEMBER = "member"
    AUDITOR = "auditor"


users = Typer(help="People who can sign in.", no_args_is_help=True)


def add_to(app: Typer) -> None:
    """Enter the commands."""
    app.command()(migrate)
    app.command()(doctor)
    app.command()(catalogue)
    app.add_typer(users, name="user")
    users.callback()(_users)
    users.command("add")(add_user)


def _users() -> None:
    """People who can sign in."""


def add_user(
    login: Annotated[str, Argument(help="What they sign in as.")],
    *,
    name: Annotated[str, Option(help="Their name on pages; the login, if left out.")] = "",
    standing: Annotated[
        StandingOption, Option(help="What they may do here.")
    ] = StandingOption.MEMBER,
    password: Annotated[
        str, Option(prompt=True, confirmation_prompt=True, hide_input=True, help="Asked for.")
    ],
) -> None:
    """Add a person who can sign in."""
    with platform() as opened:
        opened.accounts.check_new(login, password)
        command = read_command(RegisterPerson, {"name": name or login})
        asking = CommandRequest(asker=SYSTEM, source="cli", command_id=f"account-{login}")
        person = opened.pilots.carry_out(asking, command).stream("person")
        opened.accounts.add(
            login=login,
            name=name or login,
            person=person,
            password=password,
            standing=convert(standing.value, Standing),
        )
    answer(
        say("{login} can sign in now, as {standing}.", login=login, standing=say(standing.value))
    )


def migrate() -> None:
    """Bring the databases to the shape of this release; safe to run again."""
    with platform() as opened:
        answer(say("{place} is up to date.", place=str(opened.stores.where)))


def catalogue(
    *,
    json_: Annotated[bool, Option("--json", help="As JSON Schema of an exported line.")] = False,
    commands: Annotated[bool, Option("--commands", help="The commands instead.")] = False,
    method: Annotated[bool, Option("--method", help="The rules of the method instead.")] = False,
    metrics: Annotated[bool, Option("--metrics", help="The metrics instead.")] = False,
) -> None:
    """Print every fact there is, with its fields and their limits."""
    if commands:
        print(commands_as_page(), end="")  # noqa: T201  # as it is
    elif method:
        print(method_as_page(), end="")  # noqa: T201  # as it is
    elif metrics:
        print(metrics_as_page(), end="")  # noqa: T201  # as it is
    elif json_:
        print(json.format(json.encode(json_schema())).decode())  # noqa: T201  # for programs
    else:
        print(facts_as_page(), end="")  # noqa: T201  # as it is


def doctor(
    *, deploy: Annotated[bool, Option(help="Fail on what is unsafe for others to reach.")] = False
) -> None:
    """Print the settings in force, where each came from, and what is wrong."""
    settings, came_from = read_settings(), sources()
    for field in settings.__struct_fields__:
        value = getattr(settings, field) or "(none)"
        if field == "sample":
            value = str(settings.sample_folder)
        if field == "database_url" and settings.database_url:
            value = without_password(value)
        answer(f"PILOTLOG_{field.upper()} = {value}  ({came_from[field]})")
    wrong: list[Message] = []
    with platform() as opened:
        answer(
            say(
                "{engine}, {events} events, read models {behind} behind",
                engine=engine_of(opened.history),
                events=opened.pilots.head(),
                behind=opened.views.behind(),
            )
        )
        wrong += [
            say(
                "{projection} leaves {stream} out since event {position}: {error}",
                projection=projection,
                stream=stream,
                position=position,
                error=error,
            )
            for projection, stream, position, error in parked(opened.views.engine)
        ]
        if deploy and opened.accounts.is_empty():
            wrong.append(say("Nobody can sign in. Add somebody with `pilotlog user add NAME`."))
    if has_wal_bug() and not settings.database_url:
        wrong.append(say("This SQLite is older than 3.51.3: only one process may write."))
    if deploy and not settings.url.startswith("https://"):
        wrong.append(say("PILOTLOG_URL is no https:// address, so sessions could be overheard."))
    for sentence in wrong:
        warn("!", sentence)
    if wrong:
        raise Exit(1)
    answer(say("All is well."))
