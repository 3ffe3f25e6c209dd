"""What can be done: commands, the application that carries them out, the store, the exchange."""
