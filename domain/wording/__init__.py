"""Advice on wording: whether a text says who would do what differently, or only names a tool."""

from domain.wording.advice import (
    Flag,
    first_words_name_a_tool,
    flags,
    is_demographic,
    is_extraction,
)
from domain.wording.defaults import LISTS, Lists

__all__ = [
    "LISTS",
    "Flag",
    "Lists",
    "first_words_name_a_tool",
    "flags",
    "is_demographic",
    "is_extraction",
]
