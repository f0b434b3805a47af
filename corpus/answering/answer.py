"""What a question gets: hits, passages with their claims, and the answer they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from corpus.article import Article, Span, overlap
from corpus.claims import Claim
from corpus.claims.claim import bare_name
from corpus.languages.english.lexicon import LEXICON

LIKELY = 0.5
"""Confidence that a claim needs to be shown if no verb known to attribute is in its cue: a finder
may take "staged an attack" for somebody's claim, a card may not."""


MOST_PASSED_ON = 0.5
"""Share of a claim that another one in it takes up at least, if the first only passes that one on."""


class Verdict(StrEnum):
    """The rule that decides whether a claim may be shown."""

    LIKELY = "likely enough"
    KNOWN_VERB = "a verb known to attribute"
    ACT = "an act: nothing in its words says that it was said"
    UNLIKELY = "not likely enough, and no verb known to attribute"
    DOUBLED = "only passes a claim on, or another names its source"

    @property
    def shows(self) -> bool:
        """Whether a claim may be shown by this rule."""
        return self in (Verdict.LIKELY, Verdict.KNOWN_VERB)


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph found, without its claims.

    `paragraph` is its number, from 1. `score` orders the hits of one search and compares with no
    other. `confidence`, from 0 to 1, says how sure it is that the question is answered here.
    `answer` are the paragraph's words that answer, as characters of it, if they could be marked.
    """

    article_id: str
    paragraph: int
    score: float
    confidence: float
    answer: Span | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as an answer; all offsets are into `text`, which is the whole paragraph.

    `highlights` are the sentences that answer, `terms` the asked words as the paragraph has them,
    `claims` who says what in it, those that were asked for first. `answer` are the very words that
    answer, if they could be marked; they stand in a highlight.
    """

    article: Article
    paragraph: int
    text: str
    score: float
    confidence: float
    highlights: tuple[Span, ...]
    terms: tuple[Span, ...]
    claims: tuple[Claim, ...]
    answer: Span | None = None

    @property
    def place(self) -> tuple[str, int]:
        """The article's id, and the paragraph's number, from 1."""
        return self.article.id, self.paragraph

    def claims_in(self, span: Span) -> tuple[Claim, ...]:
        """Return the claims whose content stands, wholly or in part, in `text[start:end]`.

        Where one only passes on another, "the minister said that the service believes …", the
        other is given alone: its relays name who passed it on. If the other's source could not be
        named, "the minister said that she fears …", only the one that has a name is given.
        """
        there = [
            claim
            for claim in self.claims
            if any(overlap(span, words) for words in claim.spans.content)
        ]
        return tuple(claim for claim, verdict in _judged(there) if verdict.shows)

    def judged_claims(self) -> list[tuple[Claim, Verdict]]:
        """Tell of each claim in the paragraph whether it may be shown, and which rule decides."""
        return _judged(self.claims)

    def as_json(self) -> dict[str, Any]:
        """Return one of the `passages` of `Answer.as_json`."""
        published = self.article.published
        return {
            "article": {
                "title": self.article.title,
                "url": self.article.url,
                "author": self.article.author,
                "published": published.isoformat() if published else None,
            },
            "paragraph": self.paragraph,
            "text": self.text,
            "highlights": [list(span) for span in self.highlights],
            "score": self.score,
            "claims": [claim.as_json() for claim in self.claims],
        }


def _judged(claims: Sequence[Claim]) -> list[tuple[Claim, Verdict]]:
    """Judge claims that would stand beside one another."""
    by_itself = {claim: _verdict(claim) for claim in claims}
    there = [claim for claim, verdict in by_itself.items() if verdict.shows]
    doubled = {
        outer if inner.source else inner
        for outer in there
        for inner in there
        if _passes_on(outer, inner)
    }
    return [(claim, Verdict.DOUBLED if claim in doubled else by_itself[claim]) for claim in claims]


def _verdict(claim: Claim) -> Verdict:
    """Tell whether a claim is likely, or at least attributed by a verb of saying or believing.

    Where no word of its cue tells a stance, it must be quoted or a clause of its own: somebody who
    "approved a budget" has done something, and said nothing.
    """
    if not (claim.stance or claim.quoted or claim.content.startswith("that ")):
        return Verdict.ACT
    if claim.confidence >= LIKELY:
        return Verdict.LIKELY
    words = claim.cue.lower().split()
    attributes = any(LEXICON.verb(*pair) for pair in pairwise([*words, ""]))
    return Verdict.KNOWN_VERB if attributes else Verdict.UNLIKELY


def _passes_on(outer: Claim, inner: Claim) -> bool:
    """Tell whether a claim's content is another claim, relayed by its source."""
    if outer is inner or outer.source is None:
        return False
    if bare_name(outer.source) not in map(bare_name, inner.relays):
        return False
    first, last = outer.spans.content[0][0], outer.spans.content[-1][1]
    if not all(first <= s and e <= last for s, e in inner.spans.content):
        return False
    told = (*inner.spans.source, *inner.spans.cue, *inner.spans.content)
    return _extent(told) >= MOST_PASSED_ON * (last - first)


def _extent(spans: Sequence[Span]) -> int:
    return max(end for _, end in spans) - min(start for start, _ in spans)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: a sentence of a passage, and the claim in it.

    `span` is the sentence, in characters of the passage's text; `claim` is None where the article
    itself says it.
    """

    passage: Passage
    span: Span
    claim: Claim | None

    @property
    def place(self) -> tuple[str, int]:
        """The place of its passage."""
        return self.passage.place

    @property
    def words(self) -> str:
        """What this side says, in its own words."""
        return self.claim.content if self.claim else self.passage.text[slice(*self.span)]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What an answer tells, and what another source says of it; who denies stands first."""

    sides: tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Answer:
    """The passages that answer a question, best first; none where nothing in the articles does.

    `more` are passages that may answer too, less surely, to be shown when asked for. `nearest` is one
    that is about what is asked and does not answer it; None where there is none, and where there is
    an answer. `not_quoted` names, in its words, who was asked about and says nothing in the articles
    found, if that is so. `languages` are those of the articles, as ISO 639-1 codes, where nothing
    answers and the question is in another. `disagreements` are those about what the passages show; each one's sides stand in
    passages. `may_be_disputed` tells whether the articles may hold one that is not sure enough to be
    shown.
    """

    question: str
    passages: tuple[Passage, ...] = ()
    more: tuple[Passage, ...] = ()
    nearest: Passage | None = None
    not_quoted: str | None = None
    languages: tuple[str, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    may_be_disputed: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the object that `sources-say ask --json` prints; offsets are into each `text`."""
        return {
            "question": self.question,
            "answered": self.answered,
            "nearest": self.nearest.as_json() if self.nearest else None,
            "passages": [passage.as_json() for passage in self.passages],
        }

    @property
    def found(self) -> tuple[Passage, ...]:
        """All passages, those that surely answer first, then those that may."""
        return self.passages + self.more

    @property
    def answered(self) -> bool:
        """Whether there is any passage above the bar."""
        return bool(self.passages)
