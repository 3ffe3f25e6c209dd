"""Brings the databases that must not be lost to the shape of this release, in one locked step."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

HERE = Path(__file__).parent


def migrate(engine: Engine, which: str) -> None:
    """Bring one database to its newest shape: `history` or `operations`."""
    if _version(engine) == max(file.name[:4] for file in (HERE / which).glob("[0-9]*.py")):
        return
    from alembic import command  # noqa: PLC0415  # slow to load, and hardly ever needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={})
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("version_locations", str(HERE / which))
    config.set_main_option("path_separator", "newline")
    with engine.execution_options(writing=True).begin() as db:
        config.attributes["connection"] = db
        command.upgrade(config, "head")


def _version(engine: Engine) -> str | None:
    with engine.connect() as db:
        if not inspect(db).has_table("migrations"):
            return None
        return str(db.scalar(text("SELECT version_num FROM migrations")))
