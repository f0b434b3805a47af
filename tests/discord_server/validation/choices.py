"""Choices of a slash command's option, fixed or autocompleted."""

from __future__ import annotations

from tests.discord_server.validation.localizations import check_localizations
from tests.discord_server.validation.part import Part

MOST_CHOICES = 25
LONGEST = 100
"""Characters of a choice's name, and of its value where that is text."""

STRING, INTEGER, NUMBER = 3, 4, 10
LARGEST_NUMBER = 2**53
"""Whole and other numbers lie between minus this and this (JavaScript's safe integers)."""


def check_choices(owner: Part, kind: int) -> None:
    """Check `owner`'s choices for an option of type `kind` (3 text, 4 whole number, 10 number)."""
    for choice in owner.parts("choices", MOST_CHOICES):
        choice.known("name", "name_localizations", "value")
        choice.text("name", LONGEST, least=1, needed=True)
        check_localizations(choice, "name", LONGEST)
        if kind == STRING:
            choice.text("value", LONGEST, least=1, needed=True)
        else:
            choice.number(
                "value", -LARGEST_NUMBER, LARGEST_NUMBER, needed=True, whole=kind == INTEGER
            )
