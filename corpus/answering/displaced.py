"""Whether another thing stands in the place of what is asked about.

"When was the warehouse built?" is not answered by "The ship, built in 1962", nor "how deep is the
bay?" by "the 38 km wide bay".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from corpus.answering.question import Question
from corpus.article import Span
from corpus.languages.english import Word, words
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import meaning

_SAME_MEASURE = (frozenset(["tall", "high"]), frozenset(["long", "far"]))
_MEASURES = frozenset(["deep", "wide", "heavy", "old", "thick"]).union(*_SAME_MEASURE)
"""Degrees that say along what something is measured; "big" does not."""

_DEGREE_WITHIN = 2
"""Words after a figure's own, among which its measure stands: "38 km wide", "two years and a day old"."""


_HELPS_WITHIN = frozenset(["be", "been", "being"])
"""Helping verbs that stand between a thing and its act in a question: "will the mill be sold"."""

MOST_OF_THING = 2
"""Words that name a thing at most: "the old mill"."""


class _Act(NamedTuple):
    """What a question asks of a thing: the terms that name it, and that of what it does or is done to it."""

    thing: frozenset[str]
    act: str


def is_another_thing(
    question: Question,
    sentence: Sequence[Word],
    text: str,
    near: AbstractSet[str],
    known: AbstractSet[str],
) -> bool:
    """Tell whether a sentence tells what is asked of another thing.

    That is so where the thing asked about is not among the meanings `near` the sentence, is called so
    elsewhere (`known`), and another stands with the act: before it, "the ship, built", or after it,
    "built the ship". `sentence` are words of `text`. A name is never such a thing: "the rider earned" may be of Takimoto.
    """
    asked = {meaning(term) for term in question.terms}
    acts = [
        each
        for each in _acts(question)
        if near.isdisjoint(each.thing) and not known.isdisjoint(each.thing)
    ]
    for at, word in enumerate(sentence):
        if any(meaning(word.term) == each.act for each in acts):
            beside = [*_thing_before(sentence[:at], text), *_thing_after(sentence[at + 1 :], text)]
            return bool(beside) and asked.isdisjoint(meaning(other.term) for other in beside)
    return False


def is_other_measure(question: Question, document: Document, answer: Span) -> bool:
    """Tell whether a figure is measured along something else than is asked: "38 km wide" is not deep."""
    degree = question.degree
    if degree not in _MEASURES:
        return False
    same = {degree}.union(*(pair for pair in _SAME_MEASURE if degree in pair))
    inside = document.words_in(*answer)
    after = [word for word in document.words if word.start >= answer[1]][:_DEGREE_WITHIN]
    told = {word.form_in(document.text) for word in [*inside, *after]}
    return bool(told & _MEASURES) and not told & same


def _acts(question: Question) -> Iterator[_Act]:
    """Read what is done to which thing: "was the old mill sold", "who sold the old mill".

    A thing has a determiner. An act stands at the end of what follows a helping verb, or right before
    its thing.
    """
    cut = [
        word for word in words(question.text) if word.form_in(question.text) not in _HELPS_WITHIN
    ]
    said = [word.form_in(question.text) for word in cut]
    for begin, end in _runs(cut, said, frozenset(question.terms)):
        before = begin - 2
        if before < 0 or said[begin - 1] not in LEXICON.determiners:
            continue
        run = [meaning(word.term) for word in cut[begin:end]]
        if said[before] in LEXICON.auxiliaries:
            if 1 < len(run) <= MOST_OF_THING + 1 and _does(said[end - 1]):
                yield _Act(frozenset(run[:-1]), run[-1])
        elif cut[before].term in question.terms and _does(said[before]):
            yield _Act(frozenset(run), meaning(cut[before].term))


def _does(form: str) -> bool:
    """Tell whether a word may be an act: one of saying is another matter (`asked_claims`)."""
    return LEXICON.verb(form) is None and form not in LEXICON.generic_words


def _runs(
    cut: Sequence[Word], said: Sequence[str], telling: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Give where words that tell something stand side by side: the first, and the one after the last."""
    begin = 0
    for at, form in enumerate([*said, ""]):
        tells = at < len(cut) and cut[at].term in telling and form not in LEXICON.determiners
        if not tells:
            if begin < at:
                yield begin, at
            begin = at + 1


def _thing_before(before: Sequence[Word], text: str) -> Iterator[Word]:
    """Give the word before an act, its helpers left out, if it names a thing."""
    for word in reversed(before):
        form = word.form_in(text)
        if form in LEXICON.auxiliaries | LEXICON.relatives | {"to"}:
            continue
        if form not in LEXICON.stop_words and form not in LEXICON.pronouns:
            yield word
        return


def _thing_after(after: Sequence[Word], text: str) -> Iterator[Word]:
    """Give the word after an act and a determiner."""
    if len(after) > 1 and after[0].form_in(text) in LEXICON.determiners:
        yield after[1]
