"""How the owner of a claim was told from the words that stand for it."""

from __future__ import annotations

from enum import StrEnum


class Resolution(StrEnum):
    """The way from the words of a source to its owner; the values are stored with the claims."""

    FULL_NAME = "full name"
    """The full name stands there."""

    SHORT_NAME = "short name"
    """A surname or an initial; elsewhere the article gives one name in full that it fits."""

    OFFICE = "office"
    """An office, "the mayor", that one person of the article holds."""

    ORGANISATION = "organisation"
    """A short form or acronym that fits one organisation of the article."""

    ONLY_PERSON = "only person"
    """A pronoun, and the only person it can mean."""

    LAST_SPEAKER = "last speaker"
    """A pronoun, and who spoke last before it."""

    LIKELIEST_PERSON = "likeliest person"
    """A pronoun, and the likeliest of the persons it can mean."""

    SPEAKER_AROUND = "speaker around"
    """A pronoun inside somebody's words, who means themselves by it."""

    SOURCE_BEFORE = "source before"
    """No source of its own: that of the claim before it."""

    FIGURE_PUT = "figure put"
    """What stands before "put … at" and a number."""

    LABEL = "label"
    """A label beside the words: a transcript's "Ruiz:", a signature."""

    REPORTED = "reported"
    """Whom a report quotes or cites."""

    AS_WORDED = "as worded"
    """Nobody known: the article's own words for the source."""

    UNCLEAR = "unclear"
    """A source whose owner cannot be determined safely: nobody."""

    NO_SOURCE = "no source"
    """No words for a source: nobody."""
