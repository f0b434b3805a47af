"""How far into a text claims are looked for: no text may keep a core busy for long."""

from __future__ import annotations

from bisect import bisect_right

from corpus.article import Article
from corpus.languages.english.document import Document

MOST_CHARACTERS = 100_000
"""Characters of a text in which claims are looked for, about 16,000 words: long reports have half of
that. As news they take some eight seconds of one core; as nothing but quotation marks or verbs of
saying, with as many cues as are read in a window of pieces, two to four minutes."""


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
