"""A block of a web page: one run of text, and what its elements tell about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from lxml.html import HtmlElement

from corpus.reading.sentence_or_headline import ends_sentence
from corpus.reading.words import count_words

_LEAST_PROSE = 6
"""Words from which a line that ends as a sentence counts as prose."""

_LONG = 25
"""Words from which a line counts as prose however it ends."""

_EMPHASISED = 0.9
"""The share of a block's characters in bold or italics from which all of it is: spaces are not."""

_STATEMENT = 12
"""Words from which a heading that ends as a sentence is a paragraph in large letters."""

_ASKS = ("?", "\uff1f", "؟", ":", "\uff1a")  # of full width, too

_LINKED = 0.6
"""The share of a block's characters inside links from which it leads elsewhere."""


class Shape(StrEnum):
    """What a block is by its elements."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"


@dataclass(frozen=True)
class PageBlock:
    """One block: its text on one line, and the elements it stands in, the outermost first.

    `linked` and `emphasised` count its characters inside links, and in bold or italics.
    """

    number: int
    text: str
    shape: Shape
    path: tuple[HtmlElement, ...]
    linked: int
    emphasised: int

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return count_words(self.text)

    @cached_property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return ends_sentence(self.text)

    @cached_property
    def is_statement(self) -> bool:
        """Whether it says something in a whole sentence, as a lead in large letters does."""
        return self.is_sentence and self.words >= _STATEMENT and not self.text.endswith(_ASKS)

    @cached_property
    def is_quotation(self) -> bool:
        """Whether it is set apart as a quotation or as an embedded post."""
        return any(element.tag == "blockquote" for element in self.path)

    @cached_property
    def is_emphasised(self) -> bool:
        """Whether all of it is in bold or in italics."""
        return self.emphasised > _EMPHASISED * len(self.text)

    @cached_property
    def leads_elsewhere(self) -> bool:
        """Whether it is a link and no sentence of the article: "Read more: Why the dam broke"."""
        return self.linked > _LINKED * len(self.text) and not self.is_sentence

    @cached_property
    def prose(self) -> int:
        """How many characters of running text it has, 0 for a line that is none."""
        if self.shape is Shape.CAPTION or self.leads_elsewhere:
            return 0
        if self.shape is Shape.HEADING and not self.is_statement:
            return 0
        is_prose = self.words >= (_LEAST_PROSE if self.is_sentence else _LONG)
        return len(self.text) if is_prose else 0

    @cached_property
    def look(self) -> tuple[tuple[str, str | None], ...]:
        """What its two innermost elements are called: an article's paragraphs look alike."""
        return tuple((element.tag, element.get("class")) for element in self.path[-2:])
