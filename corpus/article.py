"""Articles, as plain frozen data.

An article's text is its paragraphs joined by blank lines. Offsets are in characters, from 0, the
end exclusive, into a text that is never changed, so `text[start:end]` is always verbatim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import accumulate

Span = tuple[int, int]
"""A half-open range of characters: start from 0, end exclusive."""

SEPARATOR = "\n\n"
"""What stands between two paragraphs in an article's text."""


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two ranges have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article: the unit that is searched, numbered and shown.

    `number` counts from 1; the title, headings and captions are not paragraphs. `heading` is the
    nearest heading above it: context, never an answer. `continues_quote` is true where the
    paragraph begins inside a quotation that an earlier paragraph opened.
    """

    number: int
    text: str
    heading: str | None = None
    continues_quote: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as read: what it says and where it came from.

    `id` is unique within a server. `language` is an ISO 639-1 code. `captions` are the words under
    pictures, kept apart from the paragraphs. What the article does not give is None.
    """

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    url: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    captions: tuple[str, ...] = ()

    @classmethod
    def from_paragraphs(
        cls,
        title: str,
        paragraphs: Iterable[str],
        *,
        id: str | None = None,  # noqa: A002 - the word the rest of the interface uses
        url: str | None = None,
        author: str | None = None,
        publisher: str | None = None,
        published: date | None = None,
        language: str | None = None,
        captions: Sequence[str] = (),
    ) -> Article:
        """Make an article from paragraphs already apart, kept exactly as given.

        Without an `id`, one is derived from the URL, or else from the title and the text, so the
        same article always has the same one.
        """
        numbered = tuple(Paragraph(n, text) for n, text in enumerate(paragraphs, start=1))
        return cls(
            id=id or derive_id(url, title, (p.text for p in numbered)),
            title=title,
            paragraphs=numbered,
            url=url,
            author=author,
            publisher=publisher,
            published=published,
            language=language,
            captions=tuple(captions),
        )

    @property
    def text(self) -> str:
        """All paragraphs, a blank line between two; what claims are found in."""
        return SEPARATOR.join(p.text for p in self.paragraphs)

    @property
    def paragraph_starts(self) -> tuple[int, ...]:
        """Where each paragraph begins in `text`, in characters from 0."""
        lengths = (len(p.text) + len(SEPARATOR) for p in self.paragraphs)
        return tuple(accumulate(lengths, initial=0))[: len(self.paragraphs)]


def derive_id(url: str | None, title: str, paragraphs: Iterable[str]) -> str:
    """Name an article by its URL, or else by its title and words: 12 hexadecimal digits."""
    named = url or "\n".join([title, *paragraphs])
    return blake2b(named.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
