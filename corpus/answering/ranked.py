"""The paragraphs that were found for a question, with the numbers by which they are ranked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from corpus.answering.answer import Hit
from corpus.answering.candidate_words import Floats
from corpus.answering.confidence import BAR
from corpus.answering.evidence import EVIDENCE
from corpus.answering.features import Candidate
from corpus.answering.reader import Reading
from corpus.answering.topicality import NEAR


class MeasuredUnits(NamedTuple):
    """BM25's best units, best first.

    `measured` has a row for each and a column for each of `corpus.answering.features.FEATURES`.
    """

    candidates: list[Candidate]
    measured: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """A unit with all that was measured and read of it.

    `measured` is its row of `MeasuredUnits.measured`. `reading`, whose answer is in characters of the whole
    paragraph, is None for what was not read; `relevance` is what counts in the ranking: the
    reading's or, without one, the least of those read, and so is `sureness`, the logit of confidence
    by its `evidence`: its row of `corpus.answering.evidence.weigh`, None for what was not read.
    `topicality` tells how sure it is that it is about what is asked at all, and `confidence`, that it
    answers, which is never more; of what was not read it is the same.
    """

    candidate: Candidate
    measured: Floats
    reading: Reading | None
    relevance: float
    sureness: float
    score: float
    topicality: float
    evidence: Floats | None
    confidence: float

    def has(self, name: str) -> bool:
        """Tell whether a piece of evidence was found in it."""
        return self.evidence is not None and bool(self.evidence[EVIDENCE.index(name)])

    @property
    def is_near(self) -> bool:
        """Whether it is about what is asked."""
        return self.topicality >= NEAR

    @property
    def answers(self) -> bool:
        """Whether it is sure enough that it answers, and that it is about what is asked."""
        return self.confidence >= BAR and self.is_near

    @property
    def hit(self) -> Hit:
        """What a search gives for it."""
        return Hit(
            article_id=self.candidate.article_id,
            paragraph=self.candidate.paragraph,
            score=self.score,
            confidence=self.confidence,
            answer=self.reading.answer if self.reading else None,
        )


class Ranking(NamedTuple):
    """All that was found for a question, each part best first.

    `paragraphs` has the best unit of each paragraph, `other_pieces` the others of long paragraphs.
    """

    paragraphs: list[Ranked]
    other_pieces: list[Ranked]
