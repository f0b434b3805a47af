"""What is told of the thing that a figure counts, as far as two figures are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.article import Span
from corpus.contradictions.comparison import COUNTING
from corpus.contradictions.statement import NEGATION, OTHERS, is_telling, said_in
from corpus.figures.figure import Figure
from corpus.languages.english import Word, words
from corpus.languages.english.forms import term_of
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import country_stem, meaning

PEOPLE = "people"
"""What is counted where it is only said that it is people: "43 were killed"."""

_PEOPLE = frozenset(map(term_of, ("person", "people", "persons", "men", "women", "others")))
_NEUTRAL = COUNTING | {meaning(term_of(word)) for word in LEXICON.being | LEXICON.adverbs}
_DAYS = LEXICON.days | LEXICON.months
_JOINS = LEXICON.conjunctions | LEXICON.subordinators | LEXICON.relatives
_BREAK = re.compile(r"[,;:()—–“”\"!?]|\s-\s|\.\s")
_ALTERS = OTHERS | LEXICON.modals | LEXICON.further
_FURTHER = frozenset(map(term_of, LEXICON.further))
_CHANGES = frozenset({"by", "from"})
"""Right before a number: that of a change, "rose by 300"."""

_BEFORE = 12
_AFTER = 12
"""Words of the clause looked at before and after a figure."""


@dataclass(frozen=True)
class Context:
    """What a figure counts and what its clause tells of it, by meaning.

    `kind` is the head of what is counted, or a unit; "" where it is not named. `which` are the words
    with it ("North Korean"), `told` the telling words of the clause, `names` those with a capital in
    the claim or else in the sentence, `dates` the years, months and days in the sentence. `altered` are the words that make the number one of something else than how many
    there are: "another", "would", "by". What is `negated` is not so: a negation stands in the clause or before it.
    """

    figure: Figure
    kind: str
    which: frozenset[str]
    told: frozenset[str]
    names: frozenset[str]
    dates: frozenset[str]
    altered: frozenset[str]
    negated: bool

    @property
    def is_measure(self) -> bool:
        """Whether it is a measure, a share or a sum, which are the same of very different things."""
        return bool(self.figure.quantity.unit)

    @cached_property
    def topic(self) -> frozenset[str]:
        """The telling terms of the article's title."""
        return said_in(self.figure.article.title) - _NEUTRAL

    @cached_property
    def given(self) -> frozenset[str]:
        """What the title tells already: its terms, and countries as clauses have them."""
        return self.topic.union(map(country_stem, self.topic))


def context_of(figure: Figure) -> Context:
    """Read the clause around a figure."""
    text = figure.text
    start, end = _bounds(figure)
    inside = words(text[start:end], start)
    before = [word for word in inside if word.end <= figure.number[0]]
    after = [word for word in inside if word.start >= figure.thing[1]]
    clause = [*_back(text, before, figure.number[0]), *_on(text, after, figure.thing[1])]
    clause_end = max([figure.thing[1], *(word.end for word in clause)])
    counted = text[slice(*figure.thing)].lower().split()
    lower = {word.form_in(text) for word in clause} | {*counted}
    changed = {word.form_in(text) for word in before[-1:]} & _CHANGES
    kind, which, told = _counted(figure, after)
    told |= {_term(text, word) for word in clause if _tells(text, word)}
    sentence = words(text[slice(*figure.sentence)], figure.sentence[0])
    forms = {word.form_in(text) for word in sentence}
    return Context(
        figure=figure,
        kind=kind,
        which=which,
        told=frozenset(told) - which - {kind},
        names=frozenset(_names(text, inside)) - which - {kind},
        dates=frozenset(form for form in forms if form in _DAYS or _is_year(form)),
        altered=frozenset(_ALTERS.intersection(lower) | changed),
        negated=bool(NEGATION.search(text, start, clause_end)),
    )


def _bounds(figure: Figure) -> Span:
    """Return where the words begin and end that can be of a figure's clause."""
    start, end = figure.sentence
    for piece in figure.claim.spans.content if figure.claim else ():
        if piece[0] <= figure.quantity.start + figure.sentence[0] < piece[1]:
            return max(start, piece[0]), min(end, piece[1])
    return start, end


def _back(text: str, before: Sequence[Word], end: int) -> Sequence[Word]:
    taken: list[Word] = []
    for word in reversed(before[-_BEFORE:]):
        if _BREAK.search(text[word.end : end]) or word.form_in(text) in _JOINS:
            break
        taken.insert(0, word)
        end = word.start
    return taken


def _on(text: str, after: Sequence[Word], start: int) -> Sequence[Word]:
    taken: list[Word] = []
    for word in after[:_AFTER]:
        if _BREAK.search(text[start : word.start]) or word.form_in(text) in _JOINS:
            break
        taken.append(word)
        start = word.end
    return taken


def _counted(figure: Figure, after: Sequence[Word]) -> tuple[str, frozenset[str], set[str]]:
    """Return what is counted: its head, the words with it, and what else it tells."""
    unit, counted = figure.quantity.unit, figure.quantity.counted
    if not counted:
        following = figure.text[slice(*after[0][:2])].lower() if after else ""
        return (PEOPLE if following in LEXICON.auxiliaries else ""), frozenset(), set()
    if len(counted) == 1 and _is_what_befell(figure.thing_written.lower(), counted[0]):
        return PEOPLE, frozenset(), {counted[0]}
    thing = words(figure.text[slice(*figure.thing)], figure.thing[0])
    named = [word for word in thing if meaning(word.term) in counted]
    head = unit or counted[-1]
    which = {_term(figure.text, word) for word in named if meaning(word.term) != head}
    return PEOPLE if head in _PEOPLE else head, frozenset(which) - _FURTHER, set()


def _is_what_befell(written: str, term: str) -> bool:
    """Tell whether a word counts people by what befell them: "120 injured", "43 dead"."""
    if written.endswith("ed") or written in LEXICON.verbs_after_counted:
        return True
    return term == meaning("die") and not written.endswith("s")


def _tells(text: str, word: Word) -> bool:
    form = word.form_in(text)
    return (
        is_telling(word)
        and form not in LEXICON.dates
        and form not in _ALTERS
        and meaning(word.term) not in _NEUTRAL
    )


def _names(text: str, inside: Sequence[Word]) -> Iterator[str]:
    """Give the meanings of the telling words with a capital; any word may have one at the beginning."""
    for number, word in enumerate(inside):
        if text[word.start].isupper() and _tells(text, word):
            yield _term(text, word) if number else meaning(word.term)


def _term(text: str, word: Word) -> str:
    """Return the meaning of a word; a country and its people have the same: "Korea" and "Korean"."""
    term = meaning(word.term)
    return country_stem(term) if text[word.start].isupper() else term


def _is_year(form: str) -> bool:
    return len(form) == len("2024") and form.isdecimal() and form[0] in "12"
