"""How people reach the platform (pages, JSON API, command line), and where it is wired."""
