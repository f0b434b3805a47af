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
    """An organisation: its name as first met, the words of it without "the", and its acronym.

    `head` is the noun that it is called by for short: "survey" of "the Geological Survey of Isund".
    """

    name: str
    words: tuple[str, ...]
    head: str
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
        self._by_word: dict[str, list[Organisation]] = {}
        self._by_acronym: dict[str, list[Organisation]] = {}
        for known in self._by_words.values():
            for word in {*known.words} & (LEXICON.organisation_kinds | {known.head}):
                self._by_word.setdefault(word, []).append(known)
            if known.acronym:
                self._by_acronym.setdefault(known.acronym, []).append(known)

    def meant_by(self, words: Sequence[str]) -> Organisation | None:
        """Find the one organisation that `words`, in lower case and without "the", are short for.

        None where there is none, or more than one, or where the last word is no kind of organisation.
        """
        if len(words) == 1 and len(by_acronym := self._by_acronym.get(words[0], [])) == 1:
            return by_acronym[0]
        named = self._by_word.get(words[-1], []) if words else []
        fitting = [each for each in named if set(words).issubset(each.words)]
        return fitting[0] if len(fitting) == 1 else None


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
        if len(words) < 2:  # noqa: PLR2004 - one word is no full name
            continue
        head = _head(tokens[first:last])
        begin = first - 1 if first and tokens[first - 1].word == "the" else first
        is_body = not LEXICON.organisation_kinds.isdisjoint(words) or (
            tokens[begin].word == "the" and head != words[-1]  # "the Geological Survey of Isund"
        )
        if not is_body:
            continue
        acronym = ACRONYM.match(text, tokens[last - 1].end, end)
        name = text[tokens[begin].start : tokens[last - 1].end]
        yield Organisation(name, words, head, acronym["acronym"].lower() if acronym else None)


def _head(tokens: Sequence[Token]) -> str:
    """Return the noun of a name: its last word before "of" or "for", or the last of all."""
    words = [token.word.removesuffix("'s") for token in tokens]
    link = next((n for n, word in enumerate(words) if n and word in LINKS), len(words))
    return words[link - 1] if words else ""


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
