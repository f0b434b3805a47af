"""Cut text into tokens: words, numbers and marks, which is how sentences are read for claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.languages.english.lexicon import LEXICON

_SYMBOL = r"(?<=\w )(?:[A-Z]{2,5}\.[A-Z]{1,2}\b|\([A-Z]{2,5}\.[A-Z]{1,2}\))"
"""A share's symbol as news agencies put it behind a firm's name: "Brill Foods BRL.N"."""

_TOKEN = re.compile(
    rf"(?P<symbol>{_SYMBOL})|"
    r"[$£€]?\d[\d.,:]*\d|"  # 1,500 · $3.5 · 10:30
    r"(?:[^\W\d_]\.){2,}|"  # U.S. · a.m.
    r"\w+(?:[-'’&]\w+)*|"  # spokesman · vice-president · Russia’s · AT&T
    r"--+|\.\.+|\S"  # dashes, ellipses and every other mark
)

_MADE_NAMES_BY_CAPITALS = frozenset(
    word
    for word in (
        LEXICON.pronouns
        | LEXICON.relatives
        | LEXICON.auxiliaries
        | LEXICON.prepositions
        | LEXICON.subordinators
        | LEXICON.determiners
        | LEXICON.months
        | {"us", "them"}
    )
    if len(word) > 1
)

TERMINAL = frozenset(".?!…")
"""Marks that end a sentence."""

PHRASE_ENDS = frozenset([*",;:()[].!?…•*|", "-", "--", "---", "–", "—"])
"""Marks at which a phrase ends."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark: its span in the text, and the word in lower case.

    `capital` tells whether it is written with a capital first letter. A function word in capitals
    alone is a name, "WHO", "US", "IT", and stays so in `word`, so that nothing takes it for another.
    """

    start: int
    end: int
    word: str
    capital: bool = False

    @property
    def is_word(self) -> bool:
        """Tell words and numbers from marks."""
        return self.word[0].isalnum() or self.word[0] in "$£€"

    @property
    def is_adverb(self) -> bool:
        """Tell adverbs: those in the lexicon, and whatever ends in -ly and is no name."""
        return self.word in LEXICON.adverbs or (self.word.endswith("ly") and not self.capital)

    @property
    def is_time(self) -> bool:
        """Tell days of the week, months, days of the month and years."""
        if self.word in LEXICON.days or self.word.isdigit():
            return True
        return self.capital and self.word in LEXICON.months

    @property
    def ends_phrase(self) -> bool:
        """Tell the marks that no noun phrase runs over."""
        return self.word in PHRASE_ENDS


def cut_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Cut `text[start:end]` into tokens, in order, with offsets into `text`.

    Shares' symbols are left out: they are no part of the name before them.
    """
    for match in _TOKEN.finditer(text, start, end):
        if match["symbol"]:
            continue
        word = match.group()
        yield Token(*match.span(), folded(word), word[0].isupper())


def folded(word: str) -> str:
    """Return a word in lower case, except one that only its capitals make a name: "WHO"."""
    lower = word.lower().replace("’", "'")
    return word if word.isupper() and lower in _MADE_NAMES_BY_CAPITALS else lower


def is_abbreviation(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether the token at `number` is the full stop of "Mr." or of an initial."""
    if tokens[number].word != "." or not number:
        return False
    before = tokens[number - 1]
    if before.end != tokens[number].start or not before.capital:
        return False
    return len(before.word) == 1 or before.word in LEXICON.abbreviations
