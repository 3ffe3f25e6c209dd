"""The command line looks after an installation: rebuild, migrate, doctor."""

from contextlib import closing
from pathlib import Path
from shutil import copytree

import pysqlite3
import pytest

from tests.support.machines.clock import MONDAY
from tests.support.machines.command_line import CommandLine
from tests.support.pages.browser import Browser, pilots_of
from web.bootstrap import build


@pytest.fixture
def cli(tmp_path: Path, told_sample: Path) -> CommandLine:
    """A terminal whose data folder holds the sample."""
    cli = CommandLine(tmp_path)
    copytree(told_sample, cli.data)
    return cli


def delete(cli: CommandLine, table: str) -> None:
    with closing(pysqlite3.connect(cli.data / "views.sqlite")) as db:
        names = db.execute("select name from sqlite_master where type = 'table'").fetchall()
        name = next(name for (name,) in names if name.startswith(table))
        first = db.execute(f'select min(rowid) from "{name}"').fetchone()  # noqa: S608  # our table
        done = db.execute(f'delete from "{name}" where rowid = ?', first)  # noqa: S608  # our table
        assert done.rowcount == 1
        db.commit()


def shown(cli: CommandLine) -> list[str]:
    with closing(build(cli.data, lambda: MONDAY, local=True)) as here:
        browser = Browser(here)
        return [
            browser.page(f"/pilots/{pilot}").first("main").text() for pilot in pilots_of(browser)
        ]


def test_rows_that_were_lost_are_found_missing_and_mended(cli: CommandLine) -> None:
    cli.done("rebuild")
    assert "row by row" in cli.done("rebuild", "--check")
    for table in ("entries", "timeline", "people", "pilots"):
        delete(cli, table)

    assert "4 rows differ. Run `pilotlog rebuild`" in cli.refused("rebuild", "--check")
    assert "4 rows differ" in cli.refused("rebuild", "--check")  # it changed nothing
    cli.done("rebuild")

    cli.done("rebuild", "--check")
    assert [path.name for path in cli.data.iterdir() if "beside" in path.name] == []


def test_without_its_views_a_folder_shows_the_same(cli: CommandLine) -> None:
    before = shown(cli)
    for file in cli.data.glob("views.sqlite*"):
        file.unlink()

    cli.done("rebuild")

    assert shown(cli) == before
    cli.done("rebuild", "--check")


def test_migrate_can_be_run_again(cli: CommandLine) -> None:
    assert "up to date" in cli.done("migrate")
    assert "up to date" in cli.done("migrate")


def test_the_doctor_says_what_is_in_force_and_where_it_came_from(cli: CommandLine) -> None:
    cli.done("rebuild")

    told = cli.done("doctor")

    assert f"PILOTLOG_DATA = {cli.data}  (PILOTLOG_DATA)" in told
    assert "PILOTLOG_LOG = text  (default)" in told
    assert f"PILOTLOG_SAMPLE = {cli.data / 'sample'}  (default)" in told
    assert "0 behind" in told
    assert told.strip().endswith("All is well.")


def test_the_doctor_refuses_to_deploy_what_is_unsafe(cli: CommandLine) -> None:
    ran = cli.run("doctor", "--deploy")

    assert ran.returncode == 1
    assert "https://" in ran.stdout + ran.stderr
    assert "Nobody can sign in" in ran.stdout + ran.stderr
    assert ran.stderr.strip()


@pytest.mark.parametrize(
    "said", [("serve", "--port", "70000"), ("fly",), ("import",), ("user", "add"), ("rebuild", "x")]
)
def test_wrong_usage_is_told_apart(cli: CommandLine, said: tuple[str, ...]) -> None:
    ran = cli.run(*said)

    assert ran.returncode == 2
    assert "Usage" in ran.stdout + ran.stderr


def test_a_data_folder_that_is_a_file_is_refused_in_a_sentence(cli: CommandLine) -> None:
    file = cli.a_file()
    file.write_text("not a folder")

    ran = cli.run("export", data=file)

    assert ran.returncode == 1
    assert len(ran.stderr.strip().splitlines()) == 1, ran.stderr[-300:]


def test_a_damaged_history_is_refused_in_a_sentence(cli: CommandLine) -> None:
    (cli.data / "events.sqlite").write_bytes(b"this is no database" * 1000)

    for said in (("export",), ("doctor",), ("rebuild", "--check")):
        ran = cli.run(*said)
        assert ran.returncode == 1
        assert "Traceback" not in ran.stderr
