"""Which items of a feed are wanted, and how they are known again."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from corpus.errors import CorpusError
from corpus.languages.english import terms
from corpus.library.duplicates import canonical_url
from corpus.reading.feeds import FeedItem
from corpus.reading.visible import one_line

MOST_WORDS = 20
LONGEST_WORD = 100
"""Words, or groups of words, that a feed's items are chosen by, and the characters of each."""

TOO_MANY_WORDS = f"Give {MOST_WORDS} words at most, of {LONGEST_WORD} characters each."
NO_WORD = "Words to choose items by have letters or digits in them."


def keys_of(item: FeedItem) -> tuple[str, ...]:
    """Name an item by its page and by its id: where either was seen, so was the item.

    A site that changes a headline may change the address with it, or the id instead.
    """
    names = [canonical_url(item.url), *([f"id {item.guid}"] if item.guid else [])]
    return tuple(
        blake2b(name.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest() for name in names
    )


def checked_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return words without invisible characters; raise CorpusError where they are no good."""
    cleaned = tuple(map(one_line, words))
    if len(cleaned) > MOST_WORDS or any(len(word) > LONGEST_WORD for word in cleaned):
        raise CorpusError(TOO_MANY_WORDS)
    if not all(_as_terms(word).strip() for word in cleaned):
        raise CorpusError(NO_WORD)
    return cleaned


def with_any(items: Sequence[FeedItem], words: Sequence[str]) -> list[FeedItem]:
    """Pick the items that have any of the words, in any of their forms: "dam" finds "dams" too.

    Several words together are looked for as they stand: "North Korea". Without words all are
    picked.
    """
    if not words:
        return list(items)
    phrases = list(map(_as_terms, words))
    searched = ((item, _as_terms(f"{item.title}\n{item.text}")) for item in items)
    return [item for item, text in searched if any(phrase in text for phrase in phrases)]


def _as_terms(text: str) -> str:
    """Write a text's terms with a space around each."""
    return f" {' '.join(terms(text))} "
