"""Know the bodies an article names, and which of them "the ministry" or "the NCU" means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span
from corpus.claims.sentences import Token, tokens_of
from corpus.claims.words import DETERMINERS, OPENERS, PREPOSITIONS, SUBORDINATORS, word_set

BODIES = word_set(
    """
    academy administration agency airline alliance army assembly association authority bank
    board brigade bureau centre center chamber church city club college command commission
    committee company confederation conference congress corporation council court department
    directorate federation firm force foundation fund government group hospital inspectorate
    institute institution laboratory league ministry mission museum navy observatory office
    organisation organization panel parliament party police prosecutor's regulator school
    senate service society team trade tribunal trust union university watchdog
    """
)
"""What bodies are called by: "the council" is one whose name holds the word."""

FIRMS = word_set(
    "inc ltd plc corp co motors foods airlines holdings industries bancorp rovers united city"
)
"""Words that show a name to be a firm's or a club's."""

LINKS = word_set("of for")
NOT_FIRST = PREPOSITIONS | OPENERS | SUBORDINATORS | (DETERMINERS - {"the"})
ACRONYM = re.compile(r"\s*\(\s*(?P<acronym>[^\W\d_a-z]{2,8})\s*\)")

MOST_BODIES = 300
"""Bodies of one article; further ones keep the words they are met in."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its name as first met, the words of it without "the", and its acronym."""

    name: str
    words: tuple[str, ...]
    acronym: str | None = None


class Bodies:
    """Every body that a text names in full."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self._by_words: dict[tuple[str, ...], Body] = {}
        for start, end in paragraphs:
            for body in _bodies(text, start, end):
                if len(self._by_words) < MOST_BODIES:
                    known = self._by_words.get(body.words)
                    if known is None or (body.acronym and not known.acronym):
                        self._by_words[body.words] = (
                            body if known is None else Body(known.name, known.words, body.acronym)
                        )

    def meant_by(self, words: Sequence[str]) -> Body | None:
        """Give the one body that `words`, in lower case and without "the", are short for.

        None where there is none, or more than one, or where the words hold no word for a body.
        """
        if len(words) == 1:
            by_acronym = [b for b in self._by_words.values() if b.acronym == words[0]]
            if len(by_acronym) == 1:
                return by_acronym[0]
        if not words or words[-1] not in BODIES:
            return None
        wanted = set(words)
        named = [body for body in self._by_words.values() if wanted.issubset(body.words)]
        return named[0] if len(named) == 1 else None


def _bodies(text: str, start: int, end: int) -> Iterator[Body]:
    tokens = list(tokens_of(text, start, end))
    number = 0
    while number < len(tokens):
        last = _end(tokens, number)
        first = number
        number = max(last, number + 1)
        while first < last and tokens[first].word in NOT_FIRST:
            first += 1
        words = tuple(_words(tokens[first:last]))
        if len(words) < 2 or BODIES.isdisjoint(words):  # noqa: PLR2004 - one word is no full name
            continue
        begin = first - 1 if first and tokens[first - 1].word == "the" else first
        acronym = ACRONYM.match(text, tokens[last - 1].end, end)
        name = text[tokens[begin].start : tokens[last - 1].end]
        yield Body(name, words, acronym["acronym"].lower() if acronym else None)


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.is_word and token.word != "the":
            yield token.word.removesuffix("'s")


def _end(tokens: Sequence[Token], start: int) -> int:
    """Give where the run of capital words from `start`, joined by "of the" and "’", ends."""
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
