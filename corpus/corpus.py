"""One server's articles in memory: add and remove them, and ask."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import zip_longest
from math import log
from types import MappingProxyType
from typing import NamedTuple

from corpus.answering.answer import Answer, Hit, Passage
from corpus.answering.article_words import ArticleWords
from corpus.answering.asked_claims import AskedClaims, read_asked_claims
from corpus.answering.confidence import BAR, confidences
from corpus.answering.features import Candidate, best_first, measure
from corpus.answering.highlights import answering_sentences, is_trusted, terms_in
from corpus.answering.question import Question, read_question
from corpus.answering.ranking import CANDIDATES, READ, scores, with_readings
from corpus.answering.reader import Reader, Reading, best_window
from corpus.answering.searchable import make_searchable
from corpus.answering.spelling import corrected
from corpus.answering.units import units_of
from corpus.article import Article
from corpus.claims import Claim
from corpus.index import Index, Match, Numbered
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.loaded import Loaded

K1 = 0.8
B = 0.4
"""BM25's parameters, below the usual 1.5 and .75: paragraphs of news are short and unequal."""

UNITS_PER_HIT = 3
"""Units looked at for each hit wanted, since a long paragraph may be found by several pieces."""

REORDERED = 6
"""Passages among which one is preferred where the asked source speaks: their claims must be found."""

SAID = 3.0
"""What that counts beside a passage's score: more than any single thing measured of it."""

READER = Reader()
"""What reads the best paragraphs once more, together with the question."""


class Addition(NamedTuple):
    """An article to add, with what is already known of it.

    `claims` are those found in `article.text`; without them they are found when first shown. `words`
    are those of its units; without them they are cut now.
    """

    article: Article
    claims: Sequence[Claim] | None = None
    words: ArticleWords | None = None


class Corpus:
    """The articles of one server, searchable. Synchronous; not for use by two threads at once.

    Without a `reader` paragraphs are ranked by their words alone: many times as fast, and worse.
    """

    def __init__(self, articles: Iterable[Article] = (), *, reader: Reader | None = READER) -> None:
        self._reader = reader
        self._loaded: dict[str, Loaded] = {}
        self._index = Index(k1=K1, b=B)
        self.add_all(Addition(article) for article in articles)

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles by id, in the order they were added."""
        return MappingProxyType({id_: loaded.article for id_, loaded in self._loaded.items()})

    def add(self, article: Article, claims: Sequence[Claim] | None = None) -> None:
        """Add an article, or put it in the place of the one with the same id.

        `claims` are those found in `article.text`; without them they are found when first shown.
        """
        self.add_all([Addition(article, claims)])

    def add_all(self, additions: Iterable[Addition]) -> None:
        """Add articles as `add` does; many at once are added many times as fast."""
        added: dict[str, tuple[Loaded, Numbered]] = {}
        for article, claims, known in additions:
            document = Document.of_article(article)
            units = tuple(units_of(article, document))
            words = known or ArticleWords.of(article, units, document)
            added.pop(article.id, None)  # of several with one id the last counts, and stands last
            loaded = Loaded(article, units, make_searchable(article, units, words), claims)
            added[article.id] = loaded, words.terms
        for article_id in added.keys() & self._loaded.keys():
            self.remove(article_id)
        self._index.add_all({article_id: terms for article_id, (_, terms) in added.items()})
        self._loaded |= {article_id: own for article_id, (own, _) in added.items()}

    def remove(self, article_id: str) -> None:
        """Remove an article; raises KeyError where there is none with this id."""
        del self._loaded[article_id]
        self._index.remove(article_id)

    def search(
        self, question: str, limit: int = 10, *, within: Collection[str] | None = None
    ) -> list[Hit]:
        """Find the paragraphs that match best, best first, `limit` at most.

        `within` restricts the search to the articles with these ids.
        """
        asked = self._read(question)
        return self._ranked(asked, self._weights(asked.terms), limit, within)

    def ask(
        self, question: str, limit: int = 3, *, within: Collection[str] | None = None
    ) -> Answer:
        """Answer a question with at most `limit` passages, or with none if none passes the bar."""
        asked = self._read(question)
        if LEXICON.stop_words.issuperset(asked.terms):
            return Answer(question)
        asked_claims = read_asked_claims(question)
        weights = self._weights(asked.terms)
        hits = self._ranked(asked, weights, max(limit, REORDERED), within)
        hits = [hit for hit in hits if hit.confidence >= BAR]
        if asked_claims.is_about_claims:
            hits.sort(key=lambda hit: -self._score_as_claim(hit, asked_claims))
        return Answer(
            question, tuple(self._passage(hit, weights, asked_claims) for hit in hits[:limit])
        )

    def weights(self, question: str) -> dict[str, float]:
        """Weigh the terms that are looked for in a question, each by its idf."""
        return self._weights(self._read(question).terms)

    def _read(self, question: str) -> Question:
        asked = read_question(question)
        return asked.respelt(corrected(asked.terms, self._index.idfs))

    def _score_as_claim(self, hit: Hit, asked_claims: AskedClaims) -> float:
        """Return a hit's score, more where a source or a stance that was asked for speaks in it."""
        is_said = any(map(asked_claims.is_wanted, self._claims_of(hit)))
        return hit.score + SAID * is_said

    def _weights(self, asked: Sequence[str]) -> dict[str, float]:
        """Weigh each term of a question by its idf; one that no paragraph has weighs most."""
        unknown = log(self._index.corpus_size + 1)
        return dict.fromkeys(asked, unknown) | self._index.idfs(asked)

    def _ranked(
        self,
        asked: Question,
        weights: Mapping[str, float],
        limit: int,
        within: Collection[str] | None,
    ) -> list[Hit]:
        """Take BM25's best, measure them, and give the `limit` that are likeliest to answer."""
        matches = self._index.top(
            asked.terms, max(CANDIDATES, limit * UNITS_PER_HIT), within=within
        )
        if not matches:
            return []
        candidates = [self._candidate(match) for match in matches]
        measured = measure(asked, candidates, weights)
        by_words = scores(measured)
        order = best_first(candidates, by_words)
        candidates = [candidates[row] for row in order]
        readings = self._readings(asked, candidates[:READ], weights)
        relevances = [reading.relevance for reading in readings]
        ranked = zip_longest(
            candidates,
            with_readings(by_words[order].tolist(), relevances),
            confidences(measured[order], relevances).tolist(),
            (reading.answer for reading in readings),
        )
        hits = [
            Hit(candidate.article_id, candidate.paragraph, score, confidence, answer)
            for candidate, score, confidence, answer in ranked
        ]
        return sorted(hits, key=lambda hit: -hit.score)[:limit]

    def _readings(
        self, asked: Question, candidates: Sequence[Candidate], weights: Mapping[str, float]
    ) -> list[Reading]:
        """Read the question and each candidate together; answers are characters of its paragraph."""
        if not self._reader:
            return []
        texts, starts = [], []
        for candidate in candidates:
            loaded = self._loaded[candidate.article_id]
            text = loaded.text_of(candidate.position)
            start, end = best_window(Document.of_paragraph(text), weights)
            texts.append(text[start:end])
            starts.append(loaded.units[candidate.position].start + start)
        readings = self._reader.read(asked.text, texts)
        return [reading.moved(by) for reading, by in zip(readings, starts, strict=True)]

    def _candidate(self, match: Match) -> Candidate:
        return self._loaded[match.article_id].candidate(match)

    def _passage(
        self, hit: Hit, weights: Mapping[str, float], asked_claims: AskedClaims
    ) -> Passage:
        article = self._loaded[hit.article_id].article
        text = article.paragraphs[hit.paragraph - 1].text
        document = Document.of_paragraph(text)
        answer = hit.answer
        if answer and (asked_claims.is_about_claims or not is_trusted(document, answer, weights)):
            answer = None  # who says what, the claims tell
        return Passage(
            article=article,
            paragraph=hit.paragraph,
            text=text,
            score=hit.score,
            confidence=hit.confidence,
            highlights=answering_sentences(document, weights, answer),
            terms=terms_in(document, weights),
            claims=tuple(asked_claims.ordered(self._claims_of(hit))),
            answer=answer,
        )

    def _claims_of(self, hit: Hit) -> list[Claim]:
        return self._loaded[hit.article_id].claims_in(hit.paragraph)
