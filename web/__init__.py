"""How people reach the platform: pages, JSON API, command line. The only place that wires."""
