"""Know the organisations an article names, and which of them "the ministry" or "the NCU" means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.article import Span
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import Token

LINKS = frozenset(["of", "for"])
NOT_FIRST = (
    LEXICON.prepositions
    | LEXICON.sentence_openers
    | LEXICON.subordinators
    | (LEXICON.determiners - {"the"})
)
ACRONYM = re.compile(r"\s*\(\s*(?P<acronym>[^\W\d_a-z]{2,8})\s*\)")

MOST_ORGANISATIONS = 300
"""Organisations of one article; further ones keep the words they are met in."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation: its name as first met, the words of it without "the", and its acronym."""

    name: str
    words: tuple[str, ...]
    acronym: str | None = None


class Organisations:
    """Every organisation that a text names in full."""

    def __init__(self, document: Document) -> None:
        self._by_words: dict[tuple[str, ...], Organisation] = {}
        for paragraph in document.paragraphs:
            for named in _organisations(document, paragraph):
                if len(self._by_words) < MOST_ORGANISATIONS:
                    known = self._by_words.setdefault(named.words, named)
                    if named.acronym and not known.acronym:
                        self._by_words[named.words] = replace(known, acronym=named.acronym)

    def meant_by(self, words: Sequence[str]) -> Organisation | None:
        """Find the one organisation that `words`, in lower case and without "the", are short for.

        None where there is none, or more than one, or where the last word is no kind of organisation.
        """
        if len(words) == 1:
            by_acronym = [each for each in self._by_words.values() if each.acronym == words[0]]
            if len(by_acronym) == 1:
                return by_acronym[0]
        if not words or words[-1] not in LEXICON.organisation_kinds:
            return None
        wanted = set(words)
        named = [each for each in self._by_words.values() if wanted.issubset(each.words)]
        return named[0] if len(named) == 1 else None


def _organisations(document: Document, paragraph: Span) -> Iterator[Organisation]:
    text, (start, end) = document.text, paragraph
    tokens = document.tokens_in(start, end)
    number = 0
    while number < len(tokens):
        last = _end(tokens, number)
        first = number
        number = max(last, number + 1)
        while first < last and tokens[first].word in NOT_FIRST:
            first += 1
        words = tuple(_words(tokens[first:last]))
        if len(words) < 2 or LEXICON.organisation_kinds.isdisjoint(words):  # noqa: PLR2004 - one word is no full name
            continue
        begin = first - 1 if first and tokens[first - 1].word == "the" else first
        acronym = ACRONYM.match(text, tokens[last - 1].end, end)
        name = text[tokens[begin].start : tokens[last - 1].end]
        yield Organisation(name, words, acronym["acronym"].lower() if acronym else None)


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.is_word and token.word != "the":
            yield token.word.removesuffix("'s")


def _end(tokens: Sequence[Token], start: int) -> int:
    """Return where the run of capital words from `start`, joined by "of the" and "’", ends."""
    end = start
    while end < len(tokens):
        following = end
        if end > start:
            while following < len(tokens) and (
                tokens[following].word in LINKS
                or tokens[following].word in ("’", "'", "&")
                or (tokens[following].word == "the" and tokens[following - 1].word in LINKS)
            ):
                following += 1
        if following >= len(tokens) or not tokens[following].capital:
            return end
        end = following + 1
    return end
