"""A claim: what is said, who says it, through whom it came, and how firmly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.article import Span


class Stance(StrEnum):
    """How the source stands to what it is said to have said."""

    ASSERTS = "asserts"
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


@dataclass(frozen=True, slots=True)
class Spans:
    """Where a claim's parts stand: each a sequence of spans in reading order, source may be ()."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution. `spans` are offsets into the text the claim was found in.

    `content` and `cue` are that text's own words, the pieces of a broken one joined by " … ".
    `source` is the name of who claims it, as full as the text gives it; None is the article's own
    voice or a source that could not be told safely. `role` is the source's office, `relays` who
    passed the claim on, nearest to the source first. `quoted` is true where the content, or a part
    of it, stands in quotation marks. `confidence`, from 0 to 1, is how sure the finder is.
    """

    content: str
    source: str | None
    role: str | None
    relays: tuple[str, ...]
    cue: str
    stance: Stance
    quoted: bool
    spans: Spans
    confidence: float = 1.0
