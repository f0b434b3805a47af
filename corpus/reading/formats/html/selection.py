"""Which blocks of a page are its article.

Two extractors vote (`votes`). What both take is rarely wrong; where they disagree, where a block
stands decides: in the container that holds most of what was voted for, under which names, and
whether it looks like the paragraphs of which both are sure. The numbers here were set together, on
public pages that people had marked: change one, and measure again (tests/benchmarks/README.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml.html import HtmlElement

from corpus.reading.bylines import read_byline
from corpus.reading.formats.html import containers
from corpus.reading.formats.html.block import PageBlock, Shape
from corpus.reading.formats.html.frame import Frame, find_frame, is_elsewhere, is_main_heading
from corpus.reading.formats.html.votes import Votes

_OUTVOTED = 0.2
"""The share below which what one extractor took, compared with the other's, says nothing."""

_FEW_LINKS = 0.5
_HARDLY_ANY_LINKS = 0.3
"""Shares of a block's characters inside links."""

_NAMEPLATE = 6
"""Words below which a line over the article's first paragraph is a byline or a label."""

_POINTER = 4
"""Words from which a line that is a link points to another story; shorter ones are names."""

_WRAPPED = 2
"""Elements around a paragraph, its own among them, that need not mean anything."""

_STAMP = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b")
"""A year or a time of day: over the article, a short line with one is a date in any language."""

_BYLINE_DISTANCE = 12
"""Blocks above the article's first paragraph among which bylines are looked for."""

_STAMPED = 12
"""Words of the longest such line."""

_PARTS = frozenset({Shape.ITEM, Shape.ROW})


@dataclass(frozen=True, slots=True)
class Selection:
    """The blocks of the article, and the running text that may belong to it and was not taken."""

    article: list[PageBlock]
    left_out: list[PageBlock]

    @property
    def share_left_out(self) -> float:
        """Which share of both, from 0 to 1, was left out."""
        left, taken = (
            sum(len(block.text) for block in blocks) for blocks in (self.left_out, self.article)
        )
        return left / ((left + taken) or 1)


def select(blocks: Sequence[PageBlock], votes: Votes, description: str) -> Selection:
    """Select the blocks of the article and its bylines, captions left out, in reading order.

    `description` is what the page says about its article for search engines and networks.
    """
    frame = find_frame(blocks, votes)
    if frame is None:
        return Selection([], [])
    choice = _Choice(blocks, votes, description, frame)
    article = [block for block in blocks if choice.takes(block) or choice.has_byline(block)]
    texts = {block.text for block in article}
    others = (block for block in blocks if block.text not in texts)
    return Selection(article, [block for block in others if choice.may_be_missed(block)])


@dataclass(frozen=True)
class _Choice:
    """What is decided about one page."""

    blocks: Sequence[PageBlock]
    votes: Votes
    description: str
    frame: Frame

    @cached_property
    def looks(self) -> frozenset[object]:
        """What the prose in the frame looks like that trafilatura took."""
        return frozenset(
            block.look
            for block in self.blocks
            if block.prose and block.number in self.votes.trafilatura and self.frame.holds(block)
        )

    @cached_property
    def readability_alone_counts(self) -> bool:
        """Whether trafilatura found next to nothing, so that its paragraphs set no example."""
        mine, other = (
            sum(block.prose for block in self.blocks if block.number in taken)
            for taken in (self.votes.trafilatura, self.votes.readability)
        )
        return mine < _OUTVOTED * other

    def takes(self, block: PageBlock) -> bool:
        """Tell whether a block belongs to the article."""
        if block.shape is Shape.CAPTION:
            return False
        if block.number < self.frame.first:
            taken = self._is_lead(block)
        elif not self.frame.holds(block):
            taken = self._is_beside(block)
        elif block.number <= self.frame.last:
            taken = self._is_within(block)
        else:
            taken = self._is_ending(block)
        return taken and not self._is_foreign(block)

    def may_be_missed(self, block: PageBlock) -> bool:
        """Tell whether a block that was not taken may be the article's all the same."""
        return (
            bool(block.prose)
            and block.linked < _FEW_LINKS * len(block.text)
            and not is_elsewhere(block)
            and not self._is_foreign(block)
        )

    def has_byline(self, block: PageBlock) -> bool:
        """Tell whether a line close above the article says who wrote it, or when."""
        distance = self.frame.first - block.number
        return 0 < distance <= _BYLINE_DISTANCE and read_byline(block.text) is not None

    def _is_foreign(self, block: PageBlock) -> bool:
        """Tell whether an element around a block, but not around the frame, holds no article."""
        inner = self._inner(block)
        return any(
            containers.is_for_comments(element)
            or containers.is_written_in(element)
            or containers.is_foreign(element, quoting=block.is_quotation)
            for element in inner
        )

    def _inner(self, block: PageBlock) -> Sequence[HtmlElement]:
        """Return the elements around a block that do not hold the frame, too."""
        return [element for element in block.path if element not in self.frame.around]

    def _is_within(self, block: PageBlock) -> bool:
        """Decide about a block between the first and the last one that were voted for."""
        if block.shape is Shape.TEXT and block.leads_elsewhere and block.words >= _POINTER:
            return block.is_quotation
        if block.is_quotation or block.number in self.votes.trafilatura:
            return True
        if block.number in self.votes.readability:
            return self._is_readabilitys(block)
        if block.linked < _FEW_LINKS * len(block.text):
            is_item = block.shape is Shape.ITEM  # of a list between paragraphs
            return is_item or (bool(block.prose) and block.look in self.looks)
        return block.shape is Shape.TEXT and self._stands_in_line(block)

    def _is_readabilitys(self, block: PageBlock) -> bool:
        """Decide about a block within that readability alone took."""
        if block.prose and block.shape is Shape.TEXT:
            return block.look in self.looks or self.readability_alone_counts
        return block.shape is not Shape.TEXT or not self.frame.has_prose

    def _stands_in_line(self, block: PageBlock) -> bool:
        """Tell whether a sentence that is one link stands alone between the body's paragraphs.

        Extractors take it for a pointer to another story, which is no sentence as a rule.
        """
        inner = self._inner(block)
        is_alone = len(inner) <= _WRAPPED and all(element.tag in {"div", "p"} for element in inner)
        return bool(block.prose) and block.is_sentence and is_alone

    def _is_lead(self, block: PageBlock) -> bool:
        """Decide about a block above: a lead or a standfirst, and no byline or caption."""
        both = self.votes.agree_on(block.number)
        if both and block.shape is not Shape.HEADING and not block.leads_elsewhere:
            if block.prose:
                return True
            return self.frame.holds(block) and not _is_nameplate(block)
        if block.shape is Shape.HEADING and block.number == self.frame.first - 1:
            return both and self.frame.holds(block) and not is_main_heading(block)
        if is_main_heading(block) or not (block.prose or self._is_described(block)):
            return False
        if both:
            return True
        return (
            self.frame.headline is not None
            and block.number > self.frame.headline
            and block.linked < _HARDLY_ANY_LINKS * len(block.text)
            and not any(_is_for_pictures(element) for element in self._inner(block))
            and read_byline(block.text) is None
        )

    def _is_described(self, block: PageBlock) -> bool:
        """Tell whether a line is how the page describes its article: a standfirst often is."""
        return block.words >= _NAMEPLATE and block.text in self.description

    def _is_ending(self, block: PageBlock) -> bool:
        """Decide about a block in the frame below the last prose that was voted for."""
        if block.shape in _PARTS:
            return block.number in self.votes.trafilatura and not block.leads_elsewhere
        both = self.votes.agree_on(block.number)
        is_text = block.words >= _STAMPED and block.linked < _FEW_LINKS * len(block.text)
        return both and (block.is_sentence or is_text)

    def _is_beside(self, block: PageBlock) -> bool:
        """Decide about a block below, outside the frame: another part of a divided body."""
        if not block.prose:
            return False
        both = self.votes.agree_on(block.number)
        return both or (block.number in self.votes.trafilatura and block.look in self.looks)


def _is_nameplate(block: PageBlock) -> bool:
    """Tell whether a line over the first paragraph looks like a byline, a date or a label."""
    longest = _STAMPED if _STAMP.search(block.text) else _NAMEPLATE
    return block.shape is Shape.TEXT and block.words < longest


def _is_for_pictures(element: HtmlElement) -> bool:
    return containers.is_named(element, containers.PICTURES)


def captions(blocks: Iterable[PageBlock]) -> list[str]:
    """Return the words under pictures; those in menus and other stories are none."""
    return [
        block.text
        for block in blocks
        if block.shape is Shape.CAPTION and not any(map(_is_around, block.path))
    ]


def _is_around(element: HtmlElement) -> bool:
    return element.tag in {"nav", "aside", "footer", "form"}
