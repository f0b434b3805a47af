"""Why the paragraphs found for a question are shown or not: every number and rule, as data."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from corpus.answering import confidence, ranking, topicality
from corpus.answering.answer import LIKELY, Passage
from corpus.answering.asked_claims import AskedClaims
from corpus.answering.evidence import EVIDENCE
from corpus.answering.features import FEATURES
from corpus.answering.highlights import TRUSTED, Mark
from corpus.answering.kinds import Kind
from corpus.answering.question import Search
from corpus.answering.ranked import Ranked
from corpus.answering.reader.reader import SURE as SURE_OF_WORDS
from corpus.article import Span
from corpus.claims.claim import SURE
from corpus.stance import Stance

READER = "relevance"
"""The piece of evidence that counts in the score too: the reader's logit."""

START = "start"
"""What every paragraph's confidence starts from, whatever is measured of it."""


class KeptBack(StrEnum):
    """The rule that keeps a paragraph from being shown."""

    BELOW_BAR = "below the bar"
    NEAREST = "below the bar; offered as the nearest, not as an answer"
    BEHIND_UNSURE = "likely by itself, but behind a better one that is below the bar"
    NOT_SURE_BESIDE = "not sure enough to stand beside a better one"
    BEYOND_LIMIT = "beyond the limit"
    ONLY_STOP_WORDS = "the question has only stop words"
    BETTER_PIECE = "a better piece of the same paragraph"


class Measure(NamedTuple):
    """One thing measured of a paragraph, and what it adds.

    `name` is one of `corpus.answering.features.FEATURES` or of `corpus.answering.evidence.EVIDENCE`,
    or START. `value` is None where the paragraph was not read. What all measures of a paragraph add `to_score` is its score; what they add
    `to_confidence` is the logit of its confidence, or of its topicality where that is no more.
    """

    name: str
    value: float | None
    to_score: float
    to_confidence: float


class AskedTerm(NamedTuple):
    """One of the terms looked for.

    `form` is the word as written in the question, in lower case, and `weight` the term's idf.
    `asking` is false where the word stands in a sentence that only tells, `known` where no paragraph
    has the term. `slip` is the misspelt term in whose place it is looked for.
    """

    term: str
    form: str
    weight: float
    asking: bool
    known: bool
    slip: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """How a question was read.

    `text` is what is asked, without what a long message tells besides. `kinds` are those of the
    answers that are asked for, `counted` the word for what is counted. `source` is the name of whom
    the question asks after, in its own words, "" for nobody; `stances` are those it asks for.
    """

    text: str
    terms: tuple[AskedTerm, ...]
    kinds: tuple[Kind, ...]
    counted: str | None
    source: str
    stances: tuple[Stance, ...]


@dataclass(frozen=True, slots=True)
class ExplainedParagraph:
    """A paragraph, or the matching piece of a long one, with the numbers and rules that decide.

    `piece` are the characters of the paragraph that were measured. `bm25` is the score that BM25
    gave. `bonus` is what was added to the score in the order of what is shown, since somebody speaks
    here whom the question asks after. `kept_back` is the rule that keeps the paragraph from being
    shown, None where it is shown; only then it stands in an answer as `passage` has it.
    """

    passage: Passage
    piece: Span
    bm25: float
    measures: tuple[Measure, ...]
    bonus: float
    mark: Mark
    kept_back: KeptBack | None

    @property
    def is_shown(self) -> bool:
        """Whether the paragraph stands in the answer."""
        return self.kept_back is None

    def as_json(self) -> dict[str, Any]:
        """Return one of the `paragraphs` of `Explanation.as_json`."""
        passage = self.passage.as_json()
        del passage["claims"], passage["highlights"]
        return {
            **passage,
            "piece": list(self.piece),
            "confidence": self.passage.confidence,
            "shown": self.is_shown,
            "kept_back": self.kept_back,
            "bm25": self.bm25,
            "measures": [measure._asdict() for measure in self.measures],
            "bonus": self.bonus,
            "mark": {
                **self.mark._asdict(),
                "sure_from": SURE_OF_WORDS,
                "confidence_from": TRUSTED,
            },
            "claims": [
                {
                    **claim.as_json(),
                    "confidence": claim.confidence,
                    "likely_from": LIKELY,
                    "sure_from": SURE,
                    "verdict": verdict,
                    "shown": verdict.shows,
                    "resolution": claim.resolution,
                    "stance_words": list(claim.stance_words),
                }
                for claim, verdict in self.passage.judged_claims()
            ],
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a question got the answer it got.

    `bar` is the confidence from which a paragraph is shown, `passages` how many are shown at most.
    """

    question: str
    asked: Asked
    bar: float
    passages: int
    paragraphs: tuple[ExplainedParagraph, ...]

    @property
    def answered(self) -> bool:
        """Whether the question was answered: the best paragraph is shown."""
        return any(each.is_shown for each in self.paragraphs)

    def as_json(self) -> dict[str, Any]:
        """Return the object that `sources-say why --json` prints; offsets are into each `text`."""
        return {
            "question": self.question,
            "answered": self.answered,
            "asked": {
                **asdict(self.asked),
                "terms": [term._asdict() for term in self.asked.terms],
            },
            "bar": self.bar,
            "passages": self.passages,
            "paragraphs": [each.as_json() for each in self.paragraphs],
        }


def explain_search(search: Search, asked_claims: AskedClaims) -> Asked:
    """Tell how a question was read."""
    question = search.question
    slip_of = {term: slip for slip, term in search.slips.items()}
    rows = [*zip(question.terms, question.forms, question.asking, strict=True)]
    return Asked(
        text=question.text,
        terms=tuple(
            AskedTerm(
                term,
                form,
                search.weights[term],
                asking,
                known=term not in search.unknown,
                slip=slip_of.get(term),
            )
            for term, form, asking in rows
        ),
        kinds=tuple(sorted(question.kinds)),
        counted=next((form for term, form, _ in rows if term == question.counted), None),
        source=asked_claims.name,
        stances=tuple(sorted(asked_claims.stances)),
    )


def rule_for(search: Search, ranked: Ranked, *, is_nearest: bool, is_beside: bool) -> KeptBack:
    """Name the rule that keeps back a paragraph that was found and is not shown.

    `is_nearest` tells that it is offered instead of an answer, `is_beside` that another is shown.
    """
    if search.has_only_stop_words:
        return KeptBack.ONLY_STOP_WORDS
    if is_nearest:
        return KeptBack.NEAREST
    if not ranked.answers:
        return KeptBack.BELOW_BAR
    if not is_beside:
        return KeptBack.BEHIND_UNSURE
    if ranked.confidence < confidence.ALSO:
        return KeptBack.NOT_SURE_BESIDE
    return KeptBack.BEYOND_LIMIT


def measures_of(ranked: Ranked) -> tuple[Measure, ...]:
    """Tell what each thing measured of a paragraph adds to its score and to its confidence."""
    known = dict(zip(FEATURES, ranked.measured.tolist(), strict=True))
    to_score = dict(ranking.WEIGHTS)
    to_confidence = {**topicality.WEIGHTS, READER: topicality.RELEVANCE}
    start, start_score = topicality.BIAS, 0.0
    unread = ranking.RELEVANCE * ranked.relevance + ranking.SURENESS * ranked.sureness
    if ranked.evidence is None:
        measures = [Measure(READER, None, unread, 0.0)]
    else:
        measures = []
        known |= dict(zip(EVIDENCE, ranked.evidence.tolist(), strict=True))
        for name, weight in confidence.WEIGHTS.items():
            to_score[name] = to_score.get(name, 0.0) + ranking.SURENESS * weight
        start_score = ranking.SURENESS * confidence.BIAS
        if ranked.confidence < ranked.topicality:
            to_confidence, start = confidence.WEIGHTS, confidence.BIAS
    to_score[READER] = to_score.get(READER, 0.0) + ranking.RELEVANCE
    measures += [
        Measure(name, value, value * to_score.get(name, 0.0), value * to_confidence.get(name, 0.0))
        for name, value in known.items()
    ]
    return (*measures, Measure(START, 1.0, start_score, start))
