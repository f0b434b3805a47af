"""BERT's word pieces: how every text is cut before the encoder reads it.

Written out here because the usual library, `tokenizers`, takes 43 MB with the 12 packages it brings,
most of them to download models; the tests check that both cut alike. The steps are those of BERT's
lower-case models (Devlin et al., 2019): spaces and punctuation separate words, accents and case do
not count, and a word becomes the longest pieces of the vocabulary, from left to right (Wu et al.,
2016).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

BEGIN, END = "[CLS]", "[SEP]"
"""The special pieces at the ends of a text, as BERT was trained with them."""

UNKNOWN = "[UNK]"
"""The piece for a word that the vocabulary cannot spell."""

CONTINUES = "##"
"""What the vocabulary writes before a piece that does not begin its word."""

LONGEST_WORD = 100
"""Letters of a word that is spelled; a longer one is unknown."""

KEPT_WORDS, LONGEST_KEPT = 50_000, 30
"""How many words' pieces are kept for the next time, and the characters of the longest of them."""

KEPT_CHARACTERS = 5_000
"""Of how many characters it is kept how BERT reads them."""

_ASCII_MARKS = r"!-/:-@\[-`{-~"
_SPACES = "\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_STRETCH = re.compile(rf"[{_ASCII_MARKS}]|[^{_SPACES}{_ASCII_MARKS}]+")
"""A text's stretches, each of which has the same pieces wherever it stands."""

_MARK_OR_IDEOGRAPH = re.compile(
    f"[{_ASCII_MARKS}\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002a6df"
    "\U0002a700-\U0002b81f\U0002b920-\U0002ceaf\U0002f800-\U0002fa1f]"
)


class Piece(NamedTuple):
    """A word piece: its number in the vocabulary, and its characters, `text[start:end]`."""

    number: int
    start: int
    end: int


class Letter(NamedTuple):
    """A letter as BERT reads it, and the place of the character that it comes from."""

    letter: str
    place: int


class Tokenizer:
    """Cuts texts into the pieces of one vocabulary, whose numbers count from 0."""

    def __init__(self, vocabulary: list[str]) -> None:
        self.vocabulary = vocabulary
        self.numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._longest = max(map(len, vocabulary))
        self._kept_pieces = lru_cache(KEPT_WORDS)(self._pieces)

    def __call__(self, text: str) -> list[Piece]:
        """Cut a text into pieces, in reading order, without the special ones at the ends.

        Any text can be cut. A special piece's name in it, such as "[SEP]", is cut like other words,
        so that no text can pretend to end. A lone surrogate is read as "?".
        """
        pieces: list[Piece] = []
        for match in _STRETCH.finditer(text):
            stretch, at = match[0], match.start()
            pieces_of = self._kept_pieces if len(stretch) <= LONGEST_KEPT else self._pieces
            pieces += [
                Piece(number, at + start, at + end) for number, start, end in pieces_of(stretch)
            ]
        return pieces

    def _pieces(self, stretch: str) -> list[Piece]:
        return [piece for word in _words(stretch) for piece in self._spelled(word)]

    def _spelled(self, word: list[Letter]) -> list[Piece]:
        """Spell a word with the longest pieces there are, or with the unknown one."""
        letters = "".join(letter for letter, _ in word)
        pieces: list[Piece] = []
        first = 0
        while first < len(letters):
            longest = self._longest_piece(letters, first) if len(letters) <= LONGEST_WORD else None
            if not longest:
                return [Piece(self.numbers[UNKNOWN], word[0].place, word[-1].place + 1)]
            number, after = longest
            pieces.append(Piece(number, word[first].place, word[after - 1].place + 1))
            first = after
        return pieces

    def _longest_piece(self, letters: str, first: int) -> tuple[int, int] | None:
        """Find the longest piece at `first`: its number, and the place after it."""
        before = CONTINUES if first else ""
        for after in range(min(len(letters), first + self._longest), first, -1):
            number = self.numbers.get(before + letters[first:after])
            if number is not None:
                return number, after
        return None


@cache
def load_tokenizer(folder: Path) -> Tokenizer:
    """Read the vocabulary in a model's folder: `vocab.txt`, a piece a line, in order of number."""
    lines = (folder / "vocab.txt").read_text("utf-8").removesuffix("\n")
    return Tokenizer(lines.split("\n"))


def _words(stretch: str) -> Iterator[list[Letter]]:
    """Divide a stretch into words; a punctuation mark or an ideograph is a word of its own."""
    word: list[Letter] = []
    for place, character in enumerate(stretch):
        for letter in _letters(character):
            if not _stands_alone(letter):
                word.append(Letter(letter, place))
                continue
            if word:
                yield word
                word = []
            yield [Letter(letter, place)]
    if word:
        yield word


@lru_cache(KEPT_CHARACTERS)
def _letters(character: str) -> str:
    """Read a character as BERT does: controls and accents not at all, the rest in lower case."""
    category = unicodedata.category(character)
    if category == "Cs":
        return "?"
    if category in ("Cc", "Cf", "Co") or character == "\ufffd":
        return ""
    parts = unicodedata.normalize("NFD", character)
    return "".join(part.lower() for part in parts if unicodedata.category(part) != "Mn")


@lru_cache(KEPT_CHARACTERS)
def _stands_alone(letter: str) -> bool:
    return unicodedata.category(letter).startswith("P") or bool(_MARK_OR_IDEOGRAPH.match(letter))
