"""In what claims are looked for: in English, and so far into a text that no core is busy for long."""

from __future__ import annotations

from bisect import bisect_right

from corpus.article import Article
from corpus.languages.english.document import Document
from corpus.languages.identification import ENGLISH, find_language

MOST_CHARACTERS = 100_000
"""Characters of a text in which claims are looked for, about 16,000 words: long reports have half of
that. As news they take some eight seconds of one core; as nothing but quotation marks or verbs of
saying, with as many cues as are read in a window of pieces, two to four minutes."""


def foreign_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language for which claims are not looked for in a text.

    None where they are: in English, and where so few words do not tell. Words of saying that two
    languages share would only make false owners.
    """
    language = find_language(text)
    return None if language == ENGLISH else language


def within_reach(document: Document) -> Document:
    """Return the paragraphs in which claims are looked for, as a document with the same offsets."""
    if foreign_language(document.text):
        return Document("", ())
    if len(document.text) <= MOST_CHARACTERS:
        return document
    read = bisect_right(document.paragraphs, MOST_CHARACTERS, key=lambda span: span[1])
    paragraphs = document.paragraphs[:read]
    return Document(document.text[: paragraphs[-1][1]] if paragraphs else "", paragraphs)


def paragraphs_within_reach(article: Article) -> int:
    """Count the paragraphs of an article, from its first, in which claims are looked for."""
    if foreign_language(article.text):
        return 0
    places = zip(article.paragraph_starts, article.paragraphs, strict=True)
    return sum(start + len(paragraph.text) <= MOST_CHARACTERS for start, paragraph in places)
