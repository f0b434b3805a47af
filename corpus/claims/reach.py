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


def foreign_language(document: Document) -> str | None:
    """Return the ISO 639-1 code of the language for which claims are not looked for in a text.

    None where they are: in English, also where it quotes another language, and where so few words
    do not tell. In another language the finder would only make false owners.
    """
    language = find_language(document.text)
    if language in (ENGLISH, None) or find_language(_told(document)) == ENGLISH:
        return None
    return language


def _told(document: Document) -> str:
    """Return what stands beside the quotations: the words of whoever wrote the text."""
    starts = [0, *(quotation.end for quotation in document.quotations)]
    ends = [*(quotation.start for quotation in document.quotations), len(document.text)]
    return " ".join(document.text[start:end] for start, end in zip(starts, ends, strict=True))


def within_reach(document: Document) -> Document:
    """Return the paragraphs in which claims are looked for, as a document with the same offsets."""
    if foreign_language(document):
        return Document("", ())
    if len(document.text) <= MOST_CHARACTERS:
        return document
    read = bisect_right(document.paragraphs, MOST_CHARACTERS, key=lambda span: span[1])
    paragraphs = document.paragraphs[:read]
    return Document(document.text[: paragraphs[-1][1]] if paragraphs else "", paragraphs)


def paragraphs_within_reach(article: Article) -> int:
    """Count the paragraphs of an article, from its first, in which claims are looked for."""
    if foreign_language(Document.of_article(article)):
        return 0
    places = zip(article.paragraph_starts, article.paragraphs, strict=True)
    return sum(start + len(paragraph.text) <= MOST_CHARACTERS for start, paragraph in places)
