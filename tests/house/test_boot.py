"""Several processes that start at once against an empty database all come up."""

import subprocess
import sys

from sqlalchemy import create_engine, text

from projections.engine.versions import views_version
from tests.support.machines.pace import Form
from tests.support.machines.postgres import Server

PROCESSES = 6
BOOT = """
import sys
from pathlib import Path
from web.bootstrap import build
build(Path("none"), local=True, database_url=sys.argv[1]).close()
"""


def test_six_processes_at_once_lay_out_an_empty_database(server: Server, form: Form) -> None:
    for _ in range(int(form(2, 10))):
        address = server.create()
        booting = [
            subprocess.Popen(
                [sys.executable, "-c", BOOT, address],
                stderr=subprocess.PIPE,
                text=True,
            )
            for _ in range(PROCESSES)
        ]
        said = [process.communicate(timeout=60)[1] for process in booting]
        assert [process.returncode for process in booting] == [0] * PROCESSES, said
        engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
        with engine.connect() as db:
            schemas = db.scalars(text("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_'"))
            wanted = {"history", "operations", f"views_{views_version()}"}
            assert wanted <= set(schemas)
            assert db.scalar(text("SELECT count(*) FROM history.events")) == 1
        engine.dispose()
        server.drop(address)
