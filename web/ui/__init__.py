"""Pieces that many pages show: items, actions, hints, toasts, sentences about facts."""
