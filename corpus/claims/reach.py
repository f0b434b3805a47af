"""How far into a text claims are looked for: no text may keep a core busy for long."""

from __future__ import annotations

from bisect import bisect_right

from corpus.article import Article
from corpus.languages.english.document import Document

MOST_CHARACTERS = 100_000
"""Characters of a text in which claims are looked for, about 16,000 words: long reports have half of
that. They take some eight seconds; a text made to be slow, with a verb of saying every few words,
takes a minute and a half."""


def within_reach(document: Document) -> Document:
    """Return the paragraphs that end within reach, as a document with the same offsets."""
    if len(document.text) <= MOST_CHARACTERS:
        return document
    read = bisect_right(document.paragraphs, MOST_CHARACTERS, key=lambda span: span[1])
    paragraphs = document.paragraphs[:read]
    return Document(document.text[: paragraphs[-1][1]] if paragraphs else "", paragraphs)


def paragraphs_within_reach(article: Article) -> int:
    """Count the paragraphs of an article, from its first, in which claims are looked for."""
    places = zip(article.paragraph_starts, article.paragraphs, strict=True)
    return sum(start + len(paragraph.text) <= MOST_CHARACTERS for start, paragraph in places)
