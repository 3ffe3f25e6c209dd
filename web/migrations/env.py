"""What Alembic runs: each migration on the connection it was handed, all within its transaction."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table="migrations",
    transactional_ddl=True,
)
context.run_migrations()
