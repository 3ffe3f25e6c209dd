"""The form of any command, and what happens when it is sent."""
