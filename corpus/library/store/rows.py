"""Articles and originals as rows of their tables, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from corpus.article import Article, Paragraph
from corpus.errors import DamagedError
from corpus.library.store.tables import articles, paragraphs
from corpus.reading.original import Original

Values = dict[str, Any]
"""A row on its way in: column names and values."""

ARTICLE = tuple(
    articles.c[name]
    for name in (
        "id",
        "title",
        "url",
        "author",
        "publisher",
        "published",
        "language",
        "captions",
        "paragraphs",
    )
)
PARAGRAPH = tuple(
    paragraphs.c[name] for name in ("article", "number", "text", "heading", "continues_quote")
)


def article_values(server: int, article: Article) -> Values:
    """Return an article's row, without what the store keeps about its loading."""
    return {
        "server": server,
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "author": article.author,
        "publisher": article.publisher,
        "published": article.published,
        "language": article.language,
        "captions": article.captions,
        "paragraphs": len(article.paragraphs),
    }


def paragraph_values(server: int, article: Article) -> list[Values]:
    """Return an article's paragraphs as rows."""
    return [
        {
            "server": server,
            "article": article.id,
            "number": paragraph.number,
            "text": paragraph.text,
            "heading": paragraph.heading,
            "continues_quote": paragraph.continues_quote,
        }
        for paragraph in article.paragraphs
    ]


def claims_values(server: int, article_id: str, claims_json: str, finder: str) -> list[Values]:
    """Return an article's claims as their row."""
    return [{"server": server, "article": article_id, "packed": claims_json, "finder": finder}]


def words_values(server: int, article_id: str, cut: bytes) -> list[Values]:
    """Return an article's words as their row."""
    return [{"server": server, "article": article_id, "cut": cut}]


def original_values(server: int, article_id: str, original: Original | None) -> list[Values]:
    """Return an original's row, or none."""
    if original is None:
        return []
    return [
        {
            "server": server,
            "article": article_id,
            "name": original.name,
            "media_type": original.media_type,
            "body": original.body,
        }
    ]


def to_article(row: Sequence[Any], own_paragraphs: Iterable[Paragraph]) -> Article:
    """Make an article from a row of ARTICLE and its paragraphs.

    Raise DamagedError where they are not those numbered from 1 to how many there were.
    """
    id_, title, url, author, publisher, published, language, captions, count = row
    kept = tuple(own_paragraphs)
    if [paragraph.number for paragraph in kept] != list(range(1, count + 1)):
        raise DamagedError
    return Article(
        id=id_,
        title=title,
        paragraphs=kept,
        url=url,
        author=author,
        publisher=publisher,
        published=published,
        language=language,
        captions=tuple(captions),
    )


def to_paragraph(row: Sequence[Any]) -> Paragraph:
    """Make a paragraph from a row of PARAGRAPH."""
    _, number, text, heading, continues_quote = row
    return Paragraph(number, text, heading, continues_quote)
