"""What a question takes for granted: names that must be near an answer, and words that are turned round.

"What does the Danish navy say?" is not answered by the Swedish one, and "who opposed the tax?" not by
who proposed it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from corpus.answering import word_codes as codes
from corpus.answering.candidate_words import Booleans
from corpus.answering.question import Question
from corpus.answering.word_codes import WordCodes
from corpus.languages.english import Word, terms, words
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import CONTRARIES, country_stem, meaning

_NATIONALITIES = frozenset(terms(" ".join(LEXICON.nationalities)))


def names_in(question: Question, found: Iterable[WordCodes]) -> frozenset[str]:
    """Return the question's terms that are names: by its capitals, or as `found` texts write them."""
    there = np.concatenate([*found, np.zeros(0, np.uint64)])
    hashes, traits = codes.term_hashes(there), codes.traits(there)
    is_capital = (traits & np.uint16(codes.CAPITAL)) > 0
    is_within = is_capital & ((traits & np.uint16(codes.FIRST)) == 0)
    asked = _with_capital(question.text) | _NATIONALITIES
    return frozenset(
        term
        for term in question.terms
        if term in asked or _is_always_name(hashes == codes.hash_of(term), is_within, is_capital)
    )


def _is_always_name(is_term: Booleans, is_within: Booleans, is_capital: Booleans) -> bool:
    return bool((is_term & is_within).any() and not (is_term & ~is_capital).any())


def _with_capital(text: str) -> frozenset[str]:
    """Return the terms that a text writes with a capital within; none where it writes all so."""
    cut = [word for word in words(text) if word.term not in LEXICON.stop_words]
    named = [word for word in cut if text[word.start].isupper()]
    if len(named) == len(cut) > 1:
        return frozenset()
    return frozenset(word.term for word in named if word.start > 0)


def is_missing(name: str, there: Collection[str]) -> bool:
    """Tell whether a name, or its country or people, is not among the terms of a text."""
    if meaning(name) in there or name in there:
        return False
    return name not in _NATIONALITIES or country_stem(name) not in map(country_stem, there)


def is_turned_round(question: Question, sentence: Sequence[Word], there: Collection[str]) -> bool:
    """Tell whether a sentence has the contrary of a term that stands nowhere `there`, in its place."""
    said = {meaning(word.term) for word in sentence}
    asked = {meaning(term) for term in question.terms}
    return any(
        frozenset((term, other)) in CONTRARIES
        for term in asked.difference(there)
        for other in said - asked
    )
