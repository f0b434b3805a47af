"""Know which firms and bodies an article describes, and which "the importer", "Lumen" or "it" means.

What stands beside a name tells: "the importer, Jolly Planet", "budget carrier Lumen Air", "the newspaper
Politiken", "World Track, the sport's governing body". A firm is also called by its first word alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from corpus.article import Span
from corpus.claims.names import OF_ORGANISATIONS, Name
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import Token

KINDS = (
    LEXICON.firm_kinds | LEXICON.media_kinds | LEXICON.public_kinds | LEXICON.organisation_kinds
) - LEXICON.people
"""Words for organisations, which tell that what they stand beside is no person."""

REACH = 80
"""Characters before and after a name that are read for what it is."""

CALLED_AGAIN_WITHIN = 800
"""Characters after its name within which a news organisation is called "the paper"."""

LONGEST = 6
"""Words of a description beside a name, at most."""

FIRM_OR_CLUB = LEXICON.firm_words | LEXICON.firm_kinds
NOT_SHORTENED = (OF_ORGANISATIONS | LEXICON.public_kinds) - FIRM_OR_CLUB
"""Words of names that nobody calls by their first word: "Bergen University" is not "Bergen"."""

OPENS = frozenset(["a", "an", "another", "her", "his", "its", "one", "our", "the", "their"])
"""What a description of one person or body begins with."""

CLOSED = (
    LEXICON.prepositions
    | LEXICON.relatives
    | LEXICON.conjunctions
    | LEXICON.auxiliaries
    | LEXICON.subordinators
)


class Bodies:
    """The names of a text that something beside them describes, or that others are short for."""

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self._described: dict[str, list[tuple[int, str]]] = {}
        self._beginning: dict[str, list[tuple[int, str]]] = {}
        self._kinds: dict[tuple[str, ...], set[str]] = {}
        self._media: list[tuple[int, str]] = []
        for name in names:
            worded = document.text[slice(*name.span)]
            for word in {*_described_before(document, name), *_described_after(document, name)}:
                self._described.setdefault(word, []).append((name.span[0], worded))
                self._kinds.setdefault(name.words, set()).add(word)
            if self.is_medium(name.words) or not LEXICON.media.isdisjoint(name.words):
                self._media.append((name.span[0], worded))
            if len(name.words) > 1 and NOT_SHORTENED.isdisjoint(name.words):
                self._beginning.setdefault(name.words[0], []).append((name.span[0], worded))

    def is_body(self, words: tuple[str, ...]) -> bool:
        """Tell a name beside which a word for an organisation stands."""
        return not KINDS.isdisjoint(self._kinds.get(words, ()))

    def is_medium(self, words: tuple[str, ...]) -> bool:
        """Tell a name beside which a word for a news organisation stands: "the broadcaster NRH"."""
        return not (LEXICON.media | LEXICON.media_kinds).isdisjoint(self._kinds.get(words, ()))

    def medium_before(self, position: int) -> str | None:
        """Find the news organisation last named before `position`, which "the paper" there means."""
        before = bisect_left(self._media, (position, ""))
        start, name = self._media[before - 1] if before else (-CALLED_AGAIN_WITHIN, "")
        return name if position - start < CALLED_AGAIN_WITHIN else None

    def described_as(self, word: str, position: int) -> str | None:
        """Find the one name that stands beside `word`, such as "importer", before `position`."""
        return _only(self._described.get(word, ()), position)

    def beginning_with(self, word: str, position: int) -> str | None:
        """Find the one longer name that begins with `word` and stands before `position`."""
        return _only(self._beginning.get(word, ()), position)


def _only(placed: Sequence[tuple[int, str]], position: int) -> str | None:
    names = {name for start, name in placed if start < position}
    return next(iter(names)) if len(names) == 1 else None


def _described_before(document: Document, name: Name) -> Iterator[str]:
    """Find the noun right before a name, or before a comma: "the newspaper X", "a rival, X,"."""
    if name.office is not None or name.addressed:
        return
    before = document.tokens_in(
        max(_sentence(document, name)[0], name.span[0] - REACH), name.span[0]
    )
    if before and before[-1].word == ",":
        phrase = _last_phrase(before[:-1])
        if 1 < len(phrase) <= LONGEST:
            yield phrase[-1].word
    elif before and before[-1].word in KINDS and not before[-1].word.endswith("'s"):
        yield before[-1].word


def _described_after(document: Document, name: Name) -> Iterator[str]:
    """Find the noun of what stands after a name in commas: "X, the sport's governing body"."""
    end = _sentence(document, name)[1]
    after = document.tokens_in(name.span[1], min(end, name.span[1] + REACH))
    if len(after) > 1 and after[0].word == "," and after[1].word in OPENS:
        phrase = _before_preposition(after[1:])
        if 1 < len(phrase) <= LONGEST:
            yield phrase[-1].word


def _sentence(document: Document, name: Name) -> Span:
    return document.whole_sentences[document.whole_sentence_at(name.span[0])]


def _last_phrase(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the noun phrase that ends `tokens`, from its first determiner to any preposition in it."""
    for first in range(len(tokens) - 1, max(-1, len(tokens) - 2 * LONGEST), -1):
        if tokens[first].ends_phrase:
            break
        within = first > 0 and tokens[first - 1].word in LEXICON.prepositions
        if (
            tokens[first].word in OPENS and not within
        ):  # "a head of the department" is no department
            return _before_preposition(tokens[first:])
    return ()


def _before_preposition(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words before a preposition, a comma or the end; none where a clause goes on."""
    words = [*takewhile(lambda token: token.is_word and token.word not in CLOSED, tokens)]
    closing = tokens[len(words)] if len(words) < len(tokens) else None
    is_phrase = closing is None or closing.ends_phrase or closing.word in LEXICON.prepositions
    return words if is_phrase else ()
