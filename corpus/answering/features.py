"""What is measured of each paragraph that BM25 found, to put the best one first.

All paragraphs of a search are measured at once, on their words joined into one array. Shares are
of the question's weight: the sum of the idf of its terms.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.answering.candidate_words import Booleans, CandidateWords, Floats
from corpus.answering.coverage import best_sentence, exact, side_by_side
from corpus.answering.likely_answers import may_answer, number_before, weight_near
from corpus.answering.question import Question
from corpus.answering.word_codes import WordCodes

FEATURES = (
    "bm25",  # what BM25 gives it for the terms it holds, by the question's weight
    "covered",  # the share of the question that the paragraph holds
    "sentence",  # the share of what is asked that its best sentence holds
    "exact",  # the share it holds in the very form that was asked
    "related",  # the share it holds only by words that begin alike
    "adjacent",  # question words that stand together in both
    "answer",  # how near a word of the asked kind stands to the question's words
    "kind",  # whether it has a word of the asked kind at all
    "counted",  # whether a number stands before the thing counted
    "early",  # 1 for the article's first paragraph, falling
    "title",  # the share that the article's title holds
    "neighbours",  # the share that only the paragraphs around it hold
    "asks",  # whether it ends in a question itself: a teaser, a heading
)

_EARLY = 5.0
"""Paragraphs after which being early counts half."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that BM25 found, or a piece of one, to be measured.

    `position` counts the article's pieces from 0, `paragraph` its paragraphs from 1.
    """

    article_id: str
    position: int
    paragraph: int
    score: float
    codes: WordCodes
    title: WordCodes
    asks: bool

    def is_of_same_paragraph(self, other: Candidate) -> bool:
        """Tell whether both are, or are pieces of, one paragraph."""
        return (self.article_id, self.paragraph) == (other.article_id, other.paragraph)


def best_first(candidates: Sequence[Candidate], scores: Floats) -> list[int]:
    """Order candidates by falling score; of several from one paragraph only the best is kept."""
    best: dict[tuple[str, int], int] = {}
    for row in np.argsort(-scores, kind="stable").tolist():
        best.setdefault((candidates[row].article_id, candidates[row].paragraph), row)
    return list(best.values())


def measure(
    question: Question, candidates: Sequence[Candidate], idf: Mapping[str, float]
) -> Floats:
    """Return one row for each candidate and one column for each of FEATURES.

    `idf` gives each term of the question its weight, above 0.
    """
    if not candidates:
        return np.zeros((0, len(FEATURES)))
    weights = np.array([idf[term] for term in question.terms])
    weights /= weights.sum()
    words = CandidateWords(question, [candidate.codes for candidate in candidates])
    total = sum(idf[term] for term in question.terms)
    # BM25+ gives every paragraph each term's idf once, whether it holds the term or not
    gains = np.array([candidate.score for candidate in candidates]) - total
    holds = words.holds(words.term)
    covered = holds @ weights
    is_answer = may_answer(question, words)
    columns = {
        "bm25": gains / total,
        "covered": covered,
        "sentence": best_sentence(question, words, weights),
        "exact": exact(question, words, weights),
        "related": words.holds(words.related) @ weights - covered,
        "adjacent": side_by_side(question, words, weights),
        "answer": weight_near(words, weights, is_answer),
        "kind": words.have_any(is_answer),
        "counted": number_before(question, words),
        "early": 1 / (1 + np.array([c.paragraph - 1 for c in candidates]) / _EARLY),
        "title": _titles(question, candidates) @ weights,
        "neighbours": _with_neighbours(candidates, holds) @ weights - covered,
        "asks": np.array([candidate.asks for candidate in candidates]),
    }
    return np.stack([np.asarray(columns[name], np.float64) for name in FEATURES], axis=1)


def _titles(question: Question, candidates: Sequence[Candidate]) -> Booleans:
    """Tell which question terms each candidate's title has."""
    words = CandidateWords(question, [candidate.title for candidate in candidates])
    return words.holds(words.term)


def _with_neighbours(candidates: Sequence[Candidate], holds: Booleans) -> Booleans:
    """Add what the candidates just before and after each one hold; others are not looked at."""
    rows = {(c.article_id, c.position): row for row, c in enumerate(candidates)}
    together = holds.copy()
    for (article_id, position), row in rows.items():
        for beside in (position - 1, position + 1):
            if (article_id, beside) in rows:
                together[row] |= holds[rows[article_id, beside]]
    return together
