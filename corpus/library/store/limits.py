"""What no database holds, refused before it is tried."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.article import Article
from corpus.errors import StoreError
from corpus.reading.original import Original

LONGEST_ID = 200
"""Characters in an article's id: it is part of keys, which PostgreSQL keeps below 2,700 bytes."""


def refuse_unstorable(article: Article, original: Original | None) -> None:
    """Raise StoreError for text that either PostgreSQL or SQLite cannot hold.

    PostgreSQL holds no NUL, and neither holds half a surrogate pair.
    """
    if not 0 < len(article.id) <= LONGEST_ID:
        raise StoreError(f"An article's id has from 1 to {LONGEST_ID} characters: shorten it.")
    for text in _texts(article, original):
        if "\0" in text or not _is_unicode(text):
            raise StoreError(
                "The article holds characters that cannot be stored (NUL, or half a surrogate "
                "pair): remove them, then load it again."
            )


def _texts(article: Article, original: Original | None) -> Iterator[str]:
    facts = (article.title, article.url, article.author, article.publisher, article.language)
    yield from (fact for fact in (article.id, *facts, *article.captions) if fact)
    for paragraph in article.paragraphs:
        yield paragraph.text
        yield paragraph.heading or ""
    if original:
        yield original.name
        yield original.media_type


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
