"""Pieces that many pages show: items, actions, notices, toasts, sentences about facts."""
