"""One server's articles in memory: add and remove them, and ask."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice, repeat
from math import log
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from corpus.answering.answer import Answer, Hit, Passage
from corpus.answering.article_words import ArticleWords
from corpus.answering.asked_claims import AskedClaims, read_asked_claims
from corpus.answering.candidate_words import Floats
from corpus.answering.confidence import ALSO, BAR, confidences, logits
from corpus.answering.evidence import EVIDENCE, Read, weigh
from corpus.answering.explanation import (
    ExplainedParagraph,
    Explanation,
    KeptBack,
    explain_search,
    measures_of,
    rule_for,
)
from corpus.answering.features import Candidate, best_first, measure
from corpus.answering.going_on import with_next
from corpus.answering.highlights import Mark, answering_sentences, mark, terms_in
from corpus.answering.premise import names_in
from corpus.answering.question import Search, read_question
from corpus.answering.ranked import MeasuredUnits, Ranked, Ranking
from corpus.answering.ranking import (
    CANDIDATES,
    READ,
    of_all,
    scores,
    with_relevances,
    with_sureness,
)
from corpus.answering.reader import Reader, Reading, best_window
from corpus.answering.searchable import make_searchable
from corpus.answering.spelling import corrected
from corpus.answering.topicality import topicalities
from corpus.answering.units import question_over, units_of
from corpus.article import Article
from corpus.claims import Claim
from corpus.contradictions import Compared, compare, with_other_sides
from corpus.figures import Found, figures_in, grouped
from corpus.figures.wanted import Wanted
from corpus.index import Index, Match, NumberedTerms
from corpus.indexed_article import IndexedArticle
from corpus.languages.english.document import Document
from corpus.languages.identification import find_language
from corpus.topics import PlacedClaim, articles_about, claims_about, timeline

K1 = 0.8
B = 0.4
"""BM25's parameters, below the usual 1.5 and .75: paragraphs of news are short and unequal."""

ADDED_TOGETHER = 128
"""Articles indexed together: fewer take longer, and sorting more takes many times what is kept."""

TOLD = 0.2
"""What a term weighs that only tells what a question is about, beside those that ask."""

UNITS_PER_HIT = 3
"""Units looked at for each hit wanted, since a long paragraph may be found by several pieces."""

REORDERED = 6
"""Passages whose claims are found for a question: among them one is preferred where the asked source
speaks, and where that source speaks in none of them, it is taken to be silent."""

SAID = 3.0
"""What that counts beside a passage's score: more than any single thing measured of it."""

FIGURE_UNITS = 300
"""Units, BM25's best, in which figures are looked for: under a second's work where each has some."""

MOST_LANGUAGES_OF = 50
"""Articles, those added last, whose languages are told where a question is in another."""

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
        self._loaded: dict[str, IndexedArticle] = {}
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
        waiting = iter(additions)
        while together := list(islice(waiting, ADDED_TOGETHER)):
            self._add_together(together)

    def _add_together(self, additions: Iterable[Addition]) -> None:
        added: dict[str, tuple[IndexedArticle, NumberedTerms]] = {}
        for article, claims, known in additions:
            document = Document.of_article(article)
            units = tuple(units_of(article, document))
            words = known or ArticleWords.of(article, units, document)
            added.pop(article.id, None)  # of several with one id the last counts, and stands last
            loaded = IndexedArticle(article, units, make_searchable(article, units, words), claims)
            added[article.id] = loaded, words.terms
        for article_id in added.keys() & self._loaded.keys():
            self.remove(article_id)
        self._index.add_all({article_id: terms for article_id, (_, terms) in added.items()})
        self._loaded |= {article_id: loaded for article_id, (loaded, _) in added.items()}

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
        search, asked_claims = self.prepare(question), read_asked_claims(question)
        ranking = self._ranking(search, asked_claims, limit, within, finds_claims=False)
        return [ranked.hit for ranked in ranking.paragraphs[:limit]]

    def ask(
        self, question: str, limit: int = 3, *, within: Collection[str] | None = None
    ) -> Answer:
        """Answer a question with at most `limit` passages, or with none if none passes the bar.

        Those that may answer too stand in the answer's `more`, up to the same limit in all. Without
        any, the best paragraph is its `nearest` if it is about what is asked.
        """
        search = self.prepare(question)
        if search.has_only_stop_words:
            return Answer(question, languages=self._other_languages(question, within))
        asked_claims = read_asked_claims(question)
        ranking = self._ranking(search, asked_claims, max(limit, REORDERED), within)

        def passages(some: Iterable[Ranked | None]) -> tuple[Passage, ...]:
            return tuple(self._passage(each, search, asked_claims)[0] for each in some if each)

        shown, more = self._shown(ranking, asked_claims, limit)
        if not shown:
            ranked, not_quoted = self._mentioning(ranking, asked_claims)
            nearest = next(iter(passages([ranked or _nearest(ranking)])), None)
            languages = self._other_languages(question, within)
            return Answer(question, nearest=nearest, not_quoted=not_quoted, languages=languages)
        first = passages(shown)
        found = self._compare(ranking, first, search, asked_claims)
        answering = with_other_sides(
            first, found.disagreements, limit, asks_who_denies=asked_claims.asks_who_denies
        )
        there = {passage.place for passage in answering}
        rest = (passage for passage in passages(more) if passage.place not in there)
        return Answer(
            question,
            answering,
            tuple(rest),
            disagreements=found.disagreements,
            may_be_disputed=found.may_be_disputed,
        )

    def claims_about(
        self, words: str, *, within: Collection[str] | None = None
    ) -> list[PlacedClaim]:
        """Find who says what about some words, the newest first, those of one source together.

        See `corpus.topics`; without words all claims. `within` are ids of the articles searched.
        """
        return timeline(claims_about(self._index, self._loaded, words, within))

    def articles_about(self, words: str, *, within: Collection[str] | None = None) -> list[str]:
        """Find the articles about some words, by id, in the order they were added."""
        return articles_about(self._index, self._loaded, words, within)

    def explain(
        self,
        question: str,
        limit: int = 5,
        *,
        passages: int = 3,
        within: Collection[str] | None = None,
    ) -> Explanation:
        """Tell of the `limit` best paragraphs why `ask` shows them, or which rule keeps them back.

        `passages` is the `limit` that `ask` is given. The paragraphs that it shows come first, in
        its order; then the others, best first. The other pieces of a long paragraph that matched
        stand right after it, and do not count. The other sides that `ask` sets beside them are not
        told of, nor are their sentences highlighted.
        """
        search = self.prepare(question)
        asked_claims = read_asked_claims(question)
        ranking = self._ranking(search, asked_claims, max(passages, REORDERED), within)
        shown, _ = self._shown(ranking, asked_claims, passages)
        shown = [] if search.has_only_stop_words else shown
        nearest = None if shown else self._mentioning(ranking, asked_claims)[0] or _nearest(ranking)
        others = [ranked for ranked in ranking.paragraphs if ranked not in shown]
        decided: list[tuple[Ranked, KeptBack | None]] = []
        for ranked in [*shown, *others][:limit]:
            rule = rule_for(search, ranked, is_nearest=ranked is nearest, is_beside=bool(shown))
            decided.append((ranked, None if ranked in shown else rule))
            decided += [
                (piece, KeptBack.BETTER_PIECE)
                for piece in ranking.other_pieces
                if piece.candidate.is_of_same_paragraph(ranked.candidate)
            ]
        return Explanation(
            question=question,
            asked=explain_search(search, asked_claims),
            bar=BAR,
            passages=passages,
            paragraphs=tuple(
                self._explained(ranked, search, asked_claims, rule) for ranked, rule in decided
            ),
        )

    def figures(
        self, about: str, *, within: Collection[str] | None = None, most: int = FIGURE_UNITS
    ) -> Found:
        """Find the figures about some words or a question, those of the same thing together.

        Those of which more than one source gives one stand first; see `figures.grouped`. Nothing is read
        by a network: the paragraphs are BM25's best, `most` units at most, that have the words.
        Where a question names what is counted, only figures of that are given.
        """
        search = self.prepare(about)
        matches = self._index.top(search.question.terms, most, within=within)
        places = dict.fromkeys(
            (match.article_id, self._loaded[match.article_id].units[match.position].paragraph)
            for match in matches
        )
        wanted = Wanted.of(search)
        passages = (self.passage_at(place) for place in places)
        speaking = (passage for passage in passages if wanted.speaks_of(passage))
        found = (figure for passage in speaking for figure in figures_in(passage))
        groups = grouped(figure for figure in found if wanted.counts(figure))
        return Found(groups, may_be_more=len(matches) == most)

    def passage_at(self, place: tuple[str, int]) -> Passage:
        """Return a paragraph with its claims, as nothing's answer.

        A place is an article's id and a paragraph's number, from 1. Raises KeyError or IndexError
        where there is none.
        """
        loaded, paragraph = self._loaded[place[0]], place[1]
        text = loaded.article.paragraphs[paragraph - 1].text
        claims = tuple(loaded.claims_in(paragraph))
        return Passage(loaded.article, paragraph, text, 0.0, 0.0, (), (), claims)

    def prepare(self, question: str) -> Search:
        """Read a question, correct its misspelt terms, and weigh the terms by how rare they are here."""
        read = read_question(question)
        asked = read.respelt(corrected(read.terms, self._index.idfs))
        known = self._index.idfs(asked.terms)
        rarest = log(self._index.corpus_size + 1)
        pairs = zip(read.terms, asked.terms, strict=True)
        weights = dict.fromkeys(asked.terms, rarest) | known
        return Search(
            question=asked,
            weights=weights | {term: TOLD * weights[term] for term in asked.only_told},
            unknown=frozenset(asked.terms) - known.keys(),
            slips={slip: term for slip, term in pairs if slip != term},
        )

    def find(
        self, search: Search, most: int = CANDIDATES, *, within: Collection[str] | None = None
    ) -> MeasuredUnits:
        """Take BM25's best units, `most` at most, and measure them.

        Where a reader reads more than these, units beside them that hold none of the question's words
        are taken too: people ask in other words than articles are written in.
        """
        matches = self._index.top(search.question.terms, most, within=within)
        searched = self._loaded.keys() if within is None else within
        nothing = sum(search.weights[term] for term in search.weights.keys() - search.unknown)
        more = max(READ - len(matches), 0) if self._reader else 0
        matches += [
            Match(*place, nothing)  # BM25+ gives that where none of the terms stands
            for place in islice(self._beside(matches, searched), more)
        ]
        candidates = [self._loaded[match.article_id].candidate(match) for match in matches]
        return MeasuredUnits(candidates, measure(search.question, candidates, search.weights))

    def _beside(
        self, matches: Sequence[Match], searched: Collection[str]
    ) -> Iterator[tuple[str, int]]:
        """Give the other units of the articles that match best, those nearest to a match first.

        Where nothing matches, those of the only article `searched`.
        """
        best: dict[str, int] = {}
        for match in matches:
            best.setdefault(match.article_id, match.position)
        if not best and len(searched) == 1:
            best = dict.fromkeys(self._loaded.keys() & searched, 0)
        taken = {(match.article_id, match.position) for match in matches}
        for article_id, at in best.items():
            for position in self._loaded[article_id].positions_around(at):
                if (article_id, position) not in taken:
                    yield article_id, position

    def rank(
        self,
        search: Search,
        found: MeasuredUnits,
        asked_claims: AskedClaims,
        *,
        finds_claims: bool = True,
    ) -> Ranking:
        """Read the best of what was found by its words, and put first what is likeliest to answer.

        Without `finds_claims` only claims that are known already are evidence.
        """
        by_words = scores(found.measured)
        best = best_first(found.candidates, by_words)
        rows = [*best, *sorted(set(range(len(by_words))).difference(best))]
        candidates, measured = [found.candidates[row] for row in rows], found.measured[rows]
        readings = self._readings(search, candidates[: min(READ, len(best))])
        read = [reading.relevance for reading in readings]
        relevances = of_all(read, len(rows))
        scored = with_relevances(by_words[rows], relevances)
        topical = topicalities(measured, read)
        units = MeasuredUnits(candidates, measured)
        evidence = self._evidence(
            search, asked_claims, units, readings, scored, finds_claims=finds_claims
        )
        sureness = of_all(logits(evidence).tolist(), len(rows))
        # what answers is about what is asked; of what was not read only that is known
        sure = np.minimum(confidences(sureness), topical)
        sure[len(readings) :] = topical[len(readings) :]
        ranked = [
            Ranked(*each)
            for each in zip(
                candidates,
                measured,
                [*readings, *repeat(None, len(rows) - len(readings))],
                relevances.tolist(),
                sureness.tolist(),
                with_sureness(scored, sureness).tolist(),
                topical.tolist(),
                [*evidence, *repeat(None, len(rows) - len(readings))],
                sure.tolist(),
                strict=True,
            )
        ]
        return Ranking(_falling(ranked[: len(best)]), _falling(ranked[len(best) :]))

    def _evidence(
        self,
        search: Search,
        asked_claims: AskedClaims,
        units: MeasuredUnits,
        readings: Sequence[Reading],
        scored: Floats,
        *,
        finds_claims: bool,
    ) -> Floats:
        """Weigh what was read of the first units; the claims of the best REORDERED are part of it."""
        if not readings:
            return np.zeros((0, len(EVIDENCE)))
        best = set(np.argsort(-scored[: len(readings)], kind="stable")[:REORDERED].tolist())
        read = []
        for row, (candidate, features, reading) in enumerate(
            zip(units.candidates, units.measured, readings, strict=False)
        ):
            loaded = self._loaded[candidate.article_id]
            text = loaded.article.paragraphs[candidate.paragraph - 1].text
            has_claims = row in best and (finds_claims or loaded.claims is not None)
            claims = loaded.claims_in(candidate.paragraph) if has_claims else None
            document = Document.of_paragraph(text)
            title, before = loaded.terms_of_title(), loaded.terms_before(candidate.paragraph)
            read.append(Read(features, reading, document, claims, title, before))
        names = names_in(search.question, (each.codes for each in units.candidates))
        return weigh(search, asked_claims, names, read)

    def _ranking(
        self,
        search: Search,
        asked_claims: AskedClaims,
        limit: int,
        within: Collection[str] | None,
        *,
        finds_claims: bool = True,
    ) -> Ranking:
        """Find and rank enough units for `limit` paragraphs."""
        found = self.find(search, max(CANDIDATES, limit * UNITS_PER_HIT), within=within)
        return self.rank(search, found, asked_claims, finds_claims=finds_claims)

    def _shown(
        self, ranking: Ranking, asked_claims: AskedClaims, limit: int
    ) -> tuple[list[Ranked], list[Ranked]]:
        """Choose the paragraphs to show, in that order, and those to show when more is asked for.

        Those are one that answers and others that surely do; the rest may answer too. Where the best
        does not answer, one behind it seldom does, however sure it looks: then there are none.
        """
        best = ranking.paragraphs[: max(limit, REORDERED)]
        if asked_claims.is_about_claims:
            best.sort(key=lambda ranked: -(ranked.score + self._bonus(ranked, asked_claims)))
        if not best or not best[0].answers:
            return [], []
        sure = [ranked for ranked in best if ranked.answers]
        shown = [*sure[:1], *(ranked for ranked in sure[1:] if ranked.confidence >= ALSO)][:limit]
        more = [ranked for ranked in sure if ranked not in shown]
        return shown, more[: limit - len(shown)]

    def _other_languages(self, question: str, within: Collection[str] | None) -> tuple[str, ...]:
        """Return the languages of the articles added last, if the question is in none of them."""
        asked = find_language(question)
        if asked is None:
            return ()
        last = (
            self._loaded[id_] for id_ in reversed(self._loaded) if within is None or id_ in within
        )
        articles = (each.article for each in islice(last, MOST_LANGUAGES_OF))
        found = {article.language or find_language(article.text) for article in articles}
        return () if asked in found or None in found else tuple(sorted(filter(None, found)))

    def _mentioning(
        self, ranking: Ranking, asked_claims: AskedClaims
    ) -> tuple[Ranked, str] | tuple[None, None]:
        """Find the best paragraph that names the asked speaker, if that one says nothing in what was found."""
        best = ranking.paragraphs[:READ]
        loaded = {
            each.candidate.article_id: self._loaded[each.candidate.article_id] for each in best
        }
        if any(asked_claims.is_of_source(c) for each in loaded.values() for c in each.all_claims()):
            return None, None
        for ranked in best:
            article = loaded[ranked.candidate.article_id].article
            text = article.paragraphs[ranked.candidate.paragraph - 1].text
            if name := asked_claims.mention_in(Document.of_paragraph(text)):
                return ranked, name
        return None, None

    def _compare(
        self,
        ranking: Ranking,
        passages: Sequence[Passage],
        search: Search,
        asked_claims: AskedClaims,
    ) -> Compared:
        """Find who is against what the passages tell, in the paragraphs around, and those found."""
        ranked = {(r.candidate.article_id, r.candidate.paragraph): r for r in ranking.paragraphs}

        def passage_at(place: tuple[str, int]) -> Passage:
            if place in ranked:
                return self._passage(ranked[place], search, asked_claims)[0]
            return self.passage_at(place)

        return compare(
            search.question.text,
            passages,
            islice(ranked, READ),
            passage_at,
            self._reader.read if self._reader else None,
            asks_who_denies=asked_claims.asks_who_denies,
        )

    def _bonus(self, ranked: Ranked, asked_claims: AskedClaims) -> float:
        """Return SAID where a source or a stance that was asked for speaks in a paragraph, else 0."""
        return SAID * any(map(asked_claims.is_wanted, self._claims_of(ranked)))

    def _readings(self, search: Search, candidates: Sequence[Candidate]) -> list[Reading]:
        """Read the question and each candidate together, a printed question before its reply.

        Answers are characters of the candidate's paragraph.
        """
        if not self._reader:
            return []
        texts, over, starts = [], [], []
        for candidate in candidates:
            loaded = self._loaded[candidate.article_id]
            text = loaded.text_of(candidate.position)
            start, end = best_window(Document.of_paragraph(text), search.weights)
            unit = loaded.units[candidate.position]
            texts.append(text[start:end])
            over.append(question_over(loaded.article, unit))
            starts.append(unit.start + start)
        readings = self._reader.read(search.question.text, texts, over)
        return [reading.moved(by) for reading, by in zip(readings, starts, strict=True)]

    def _passage(
        self, ranked: Ranked, search: Search, asked_claims: AskedClaims
    ) -> tuple[Passage, Mark]:
        """Make a passage of a paragraph, and tell what decided on the words marked in it."""
        article = self._loaded[ranked.candidate.article_id].article
        text = article.paragraphs[ranked.candidate.paragraph - 1].text
        document, weights = Document.of_paragraph(text), search.weights
        marked = mark(
            ranked,
            about_claims=asked_claims.is_about_claims,
            yes_or_no=search.question.is_yes_or_no,
        )
        sentences = answering_sentences(document, weights, marked.shown)
        passage = Passage(
            article=article,
            paragraph=ranked.candidate.paragraph,
            text=text,
            score=ranked.score,
            confidence=ranked.confidence,
            highlights=with_next(document, sentences, search.question),
            terms=terms_in(document, weights),
            claims=tuple(asked_claims.ordered(self._claims_of(ranked))),
            answer=marked.shown,
        )
        return passage, marked

    def _explained(
        self,
        ranked: Ranked,
        search: Search,
        asked_claims: AskedClaims,
        rule: KeptBack | None,
    ) -> ExplainedParagraph:
        passage, marked = self._passage(ranked, search, asked_claims)
        candidate = ranked.candidate
        unit = self._loaded[candidate.article_id].units[candidate.position]
        return ExplainedParagraph(
            passage=passage,
            piece=(unit.start, unit.end),
            bm25=candidate.score,
            measures=measures_of(ranked),
            bonus=self._bonus(ranked, asked_claims),
            mark=marked,
            kept_back=rule,
        )

    def _claims_of(self, ranked: Ranked) -> list[Claim]:
        loaded = self._loaded[ranked.candidate.article_id]
        return loaded.claims_in(ranked.candidate.paragraph)


def _nearest(ranking: Ranking) -> Ranked | None:
    """Return the best paragraph if it is about what is asked."""
    best = ranking.paragraphs[:1]
    return best[0] if best and best[0].is_near else None


def _falling(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Put the greatest scores first; of equal ones the first stays first."""
    return sorted(ranked, key=lambda each: -each.score)
