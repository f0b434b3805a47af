"""Cut a paragraph into sentences of tokens, a quotation counting as a single token.

Full stops inside a quotation end no sentence: “It burned. All of it,” she said is one sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span
from corpus.claims.quotations import Quotation
from corpus.claims.words import ADVERBS, CLOSERS, DAYS, MONTHS, word_set

TOKEN = re.compile(
    r"[$£€]?\d[\d.,:]*\d|"  # 1,500 · $3.5 · 10:30
    r"(?:[^\W\d_]\.){2,}|"  # U.S. · a.m.
    r"\w+(?:[-'’&]\w+)*|"  # spokesman · vice-president · Russia’s · AT&T
    r"--+|\.\.+|\S"  # dashes, ellipses and every other mark
)

ABBREVIATIONS = word_set(
    """
    mr mrs ms dr prof gen sen rep gov lt col capt sgt maj cmdr adm sec hon rev fr st jr sr
    inc corp co ltd no vs dept jan feb mar apr jun jul aug sept sep oct nov dec ave blvd
    pres supt det messrs
    """
)
"""Words whose full stop ends no sentence."""

TERMINAL = frozenset(".?!…")

QUOTE = "“”"
"""The word of a token that is a whole quotation."""

LONGEST_SENTENCE = 400
"""Tokens after which a sentence is cut: no writer's is so long, and work grows with its square."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a whole quotation: its span in the text and its words in lower case."""

    start: int
    end: int
    word: str
    capital: bool = False

    @property
    def is_word(self) -> bool:
        """Tell words and numbers from marks and quotations."""
        return self.word[0].isalnum() or self.word[0] in "$£€"

    @property
    def is_adverb(self) -> bool:
        """Tell adverbs: the listed ones and whatever ends in -ly and is no name."""
        return self.word in ADVERBS or (self.word.endswith("ly") and not self.capital)

    @property
    def is_time(self) -> bool:
        """Tell days of the week, months, days of the month and years."""
        return self.word in DAYS or (self.capital and self.word in MONTHS) or self.word.isdigit()

    @property
    def ends_phrase(self) -> bool:
        """Tell the marks and quotations that no noun phrase runs over."""
        return self.word == QUOTE or self.word in CLOSERS


Sentence = list[Token]


def sentences(text: str, paragraph: Span, quotations: Sequence[Quotation]) -> list[Sentence]:
    """Give the sentences of one paragraph, each a list of at least one token.

    `quotations` are those of the whole text, in order.
    """
    tokens = list(_tokens(text, paragraph, quotations))
    found: list[Sentence] = []
    first = 0
    for number, token in enumerate(tokens, start=1):
        too_long = number - first == LONGEST_SENTENCE
        if number == len(tokens) or too_long or _ends_sentence(text, tokens, number - 1, token):
            found.append(tokens[first:number])
            first = number
    return found


def _tokens(text: str, paragraph: Span, quotations: Sequence[Quotation]) -> Iterator[Token]:
    start, end = paragraph
    first = bisect_left(quotations, start, key=lambda quotation: quotation.start)
    last = bisect_right(quotations, end, key=lambda quotation: quotation.end)
    for quotation in quotations[first:last]:
        yield from tokens_of(text, start, quotation.start)
        yield Token(quotation.start, quotation.end, QUOTE)
        start = quotation.end
    yield from tokens_of(text, start, end)


def tokens_of(text: str, start: int, end: int) -> Iterator[Token]:
    """Give the words and marks of `text[start:end]`, quotations not taken together."""
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        yield Token(*match.span(), word.lower().replace("’", "'"), word[0].isupper())


def _ends_sentence(text: str, tokens: Sequence[Token], number: int, token: Token) -> bool:
    """Tell whether a sentence ends with `token`, the one at `number`, which is not the last."""
    following = tokens[number + 1]
    if token.word == QUOTE:
        return _ends_speech(text, token) and (following.capital or following.word == QUOTE)
    if token.word[0] not in TERMINAL or following.start == token.end:
        return False
    if is_abbreviation(tokens, number):
        return False
    return following.capital or not following.is_word or following.word[0].isdigit()


def is_abbreviation(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether the token at `number` is the full stop of "Mr." or of an initial."""
    if tokens[number].word != "." or not number:
        return False
    before = tokens[number - 1]
    if before.end != tokens[number].start or not before.capital:
        return False
    return len(before.word) == 1 or before.word in ABBREVIATIONS


def _ends_speech(text: str, quotation: Token) -> bool:
    """Tell whether a quotation's last words end a sentence: “… so.” does, “… so,” does not."""
    last = text[quotation.start : quotation.end].rstrip("\"“”„‟＂«»'‘’`")  # noqa: RUF001
    return last.endswith((".", "…"))
