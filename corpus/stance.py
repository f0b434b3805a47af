"""How the source of a claim stands to what it is said to have said."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """How the source stands to the content; the value is the word that people are shown.

    UNSTATED is shown as nothing: the words that attribute are not known to tell a stance.
    """

    ASSERTS = "asserts"
    ACCUSES = "accuses"
    BELIEVES = "believes"
    HEDGES = "hedges"
    DOUBTS = "doubts"
    DENIES = "denies"
    UNCONFIRMED = "has not confirmed"
    UNDENIED = "has not denied"
    DECLINES = "declines to comment"
    ASKS = "asks"
    PROMISES = "promises"
    DEMANDS = "demands"
    UNSTATED = ""
