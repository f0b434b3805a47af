"""What a parser makes of its format: blocks and the facts around them, furniture still inside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from corpus.reading.limits import MAX_BLOCKS, MAX_DRAFT_CHARACTERS


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One block of a document, in reading order."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known about a document besides its bytes: all of it may be missing or wrong."""

    title: str | None = None
    url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """An article that a news feed offers: what it calls it, where it is, and the day if it says."""

    title: str
    url: str
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its parser understood it. What it does not give is None.

    `notes` are sentences for the moderator about what the parser noticed. Only a news feed has
    `offers`, and no blocks.
    """

    blocks: tuple[TextBlock, ...]
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()


def heading(text: str) -> TextBlock:
    """Make a heading: context for what follows."""
    return TextBlock(BlockKind.HEADING, text)


def paragraph(text: str) -> TextBlock:
    """Make a paragraph."""
    return TextBlock(BlockKind.PARAGRAPH, text)


def item(text: str) -> TextBlock:
    """Make a list item or a table's row: a paragraph, unless the list is page furniture."""
    return TextBlock(BlockKind.ITEM, text)


def caption(text: str) -> TextBlock:
    """Make a caption: the words under a picture."""
    return TextBlock(BlockKind.CAPTION, text)


def first_blocks(blocks: Iterable[TextBlock]) -> tuple[TextBlock, ...]:
    """Return the blocks up to the limits of a draft; an article's own limits are half of them."""
    kept: list[TextBlock] = []
    characters = 0
    for block in islice(blocks, MAX_BLOCKS):
        kept.append(block)
        characters += len(block.text)
        if characters > MAX_DRAFT_CHARACTERS:
            break
    return tuple(kept)
