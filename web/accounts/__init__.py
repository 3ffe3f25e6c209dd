"""Who may come in: accounts, passwords and sessions, in a database that is not the history."""
