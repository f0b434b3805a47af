"""Which contradiction an answer has to tell of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.answering.answer import Passage
from corpus.claims import Claim
from corpus.contradictions.own_affairs import source_terms
from corpus.contradictions.pairs import disagreements
from corpus.contradictions.quantities import Quantity, quantities
from corpus.contradictions.statement import differ, read_statement
from corpus.languages.english import sentences, words
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import country_stem, meaning

_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
"""In its place a number makes the question a text that counts something."""


def contradiction_in(passages: Sequence[Passage], question: str = "") -> tuple[Claim, Claim] | None:
    """Return the first two claims that contradict, one of them at least in an answering sentence.

    The other may stand anywhere in the passages: in the next sentence, often. Claims that count or
    name something else than `question` asks for are left out.
    """
    answering = {
        claim
        for passage in passages
        for span in passage.highlights
        for claim in passage.claims_in(span)
    }
    everywhere = [passage.claims_in((0, len(passage.text))) for passage in passages]
    sources = frozenset(term for claims in everywhere for c in claims for term in source_terms(c))
    names = _names(question) - _stems(sources)
    dated = [
        {_dated(c, passage): c for c in claims if _is_asked_for(c, question, names)}
        for passage, claims in zip(passages, everywhere, strict=True)
    ]
    undated = {copy: claim for each in dated for copy, claim in each.items()}
    pairs = ((undated[one], undated[other]) for one, other in disagreements(dated))
    return next((pair for pair in pairs if not answering.isdisjoint(pair)), None)


def _dated(claim: Claim, passage: Passage) -> Claim:
    """Add to when it was said what else of its sentence is not its content, and the article's month.

    Figures of different months are all true: "In a report of May, he said that 300 had died."
    """
    start = claim.spans.content[0][0]
    first = max((s for s, _ in sentences(passage.text) if s <= start), default=0)
    published = passage.article.published
    month = f"{published:%B} {published.year}" if published else ""
    return replace(claim, when=f"{claim.when or passage.text[first:start]} {month}")


def _is_asked_for(claim: Claim, question: str, names: frozenset[str]) -> bool:
    """Tell whether a claim neither names nor counts something else than the question does."""
    statement = read_statement(claim, 0)
    if statement and differ(names, _stems(statement.names)):
        return False
    asked = [_kind(each) for each in quantities(_HOW_MANY.sub("2", question))]
    told = [_kind(each) for each in quantities(claim.content)]
    return not any(a & b and differ(a, b) for a in asked for b in told)


def _names(question: str) -> frozenset[str]:
    """Return the stems of a question's words that have a capital, without its first."""
    if question.isupper():
        return frozenset()
    return _stems(
        meaning(word.term)
        for word in words(question)
        if word.start and question[word.start].isupper() and word.term not in LEXICON.stop_words
    )


def _kind(quantity: Quantity) -> frozenset[str]:
    return _stems(map(meaning, quantity.counted))


def _stems(terms: Iterable[str]) -> frozenset[str]:
    return frozenset(map(country_stem, terms))
