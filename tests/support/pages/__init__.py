"""Somebody who reads pages and fills in forms, in this process or in a browser."""
