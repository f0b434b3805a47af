"""A claim: what is said, who says it, through whom it came, and how firmly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from corpus.article import Span
from corpus.claims.resolution import Resolution
from corpus.stance import Stance

SURE = 0.72
"""Confidence from which a claim is shown without a "probably": on articles held out from training,
97 in 100 of such claims with a cue of speech, and 95 of all, have the owner they are shown with."""

BETWEEN_PIECES = " … "
"""What stands between the pieces of a broken content or cue when they are shown as one string."""


class SpansJSON(TypedDict):
    """A claim's spans, as `[start, end]` lists."""

    source: list[list[int]]
    cue: list[list[int]]
    content: list[list[int]]


class ClaimJSON(TypedDict):
    """A claim with its words: what `ask --json` gives for each claim of a passage."""

    content: str
    source: str | None
    role: str | None
    relays: list[str]
    cue: str
    stance: str
    quoted: bool
    spans: SpansJSON


class ClaimRow(TypedDict):
    """A claim by its spans alone: what `claims --json` gives for each claim of a file."""

    source: list[list[int]]
    cue: list[list[int]]
    content: list[list[int]]
    who: str | None
    relays: list[str]
    stance: str


@dataclass(frozen=True, slots=True)
class Spans:
    """Where a claim's parts stand: each a sequence of spans in reading order, source may be ()."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def as_json(self) -> SpansJSON:
        """Return the spans as JSON knows them: lists of `[start, end]`."""
        return {
            "source": [list(span) for span in self.source],
            "cue": [list(span) for span in self.cue],
            "content": [list(span) for span in self.content],
        }


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution. `spans` are offsets into the text the claim was found in.

    `content` and `cue` are that text's own words, the pieces of a broken one joined by " … ".
    `source` is the name of who claims it, as full as the text gives it; None is the article's own
    voice or a source that could not be determined safely. `role` is the source's office, `relays` who
    passed the claim on, nearest to the source first. `quoted` is true where the content, or a part
    of it, stands in quotation marks. `confidence`, from 0 to 1, is how sure the finder is,
    by the chance that a pronoun means the one named.
    `when` and `where` tell of the saying ("on Friday", "on social media"), not of what is said.
    `stance_words` are the words of the text that decided the stance, in order. `resolution` is how
    `source` was told from the words at `spans.source`; None for a claim stored before it was kept.
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
    when: str | None = None
    where: str | None = None
    stance_words: tuple[str, ...] = ()
    resolution: Resolution | None = None

    @property
    def is_sure(self) -> bool:
        """Whether the finder is sure enough to say outright whose claim it is."""
        return self.confidence >= SURE

    def as_json(self) -> ClaimJSON:
        """Return the claim with its words, ready for `json.dumps`."""
        return {
            "content": self.content,
            "source": self.source,
            "role": self.role,
            "relays": list(self.relays),
            "cue": self.cue,
            "stance": self.stance.value,
            "quoted": self.quoted,
            "spans": self.spans.as_json(),
        }

    def as_row(self) -> ClaimRow:
        """Return the claim by its spans, ready for `json.dumps`."""
        return {
            **self.spans.as_json(),
            "who": self.source,
            "relays": list(self.relays),
            "stance": self.stance.value,
        }


def bare_name(name: str) -> str:
    """Return a name as others compare with it: "The Post" and "the Post" are one."""
    return name.lower().removeprefix("the ")


def words_at(text: str, spans: Sequence[Span]) -> str:
    """Return the text's own words at `spans`, pieces joined by " … "."""
    return BETWEEN_PIECES.join(text[start:end] for start, end in spans)
