"""Which blocks of a page are its article.

Two extractors vote (`votes`). What both take is rarely wrong; where they disagree, where a block
stands decides: in the container that holds most of what was voted for, under which names, and
whether it looks like the paragraphs of which both are sure. The numbers here were set together, on
public pages that people had marked: change one, and measure again (tests/benchmarks/README.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml.html import HtmlElement

from corpus.reading.bylines import read_byline
from corpus.reading.formats.html import containers
from corpus.reading.formats.html.block import PageBlock, Shape
from corpus.reading.formats.html.votes import Votes

_FRAME_SHARE = 0.8
"""The share of what was voted for that the article's container holds at least."""

_OUTVOTED = 0.2
"""The share below which what one extractor took, compared with the other's, says nothing."""

_FEW_LINKS = 0.5
_HARDLY_ANY_LINKS = 0.3
"""Shares of a block's characters inside links."""

_NAMEPLATE = 6
"""Words below which a line over the article's first paragraph is a byline or a label."""

_PARTS = frozenset({Shape.ITEM, Shape.ROW})

_NO_CONTAINERS = frozenset(
    {"blockquote", "dd", "dl", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"li", "ol", "p", "pre", "ul"}
)
"""Elements that hold one paragraph or one list, and no article."""


def article_blocks(blocks: Sequence[PageBlock], votes: Votes) -> list[PageBlock]:
    """Return the blocks of the article, captions left out, in reading order."""
    choice = _Choice(blocks, votes)
    return [block for block in blocks if choice.frame is not None and choice.takes(block)]


@dataclass(frozen=True)
class _Choice:
    """What is decided about one page."""

    blocks: Sequence[PageBlock]
    votes: Votes

    @cached_property
    def voted(self) -> list[PageBlock]:
        """The prose that an extractor took, or else all that one took."""
        taken = [block for block in self.blocks if self.votes.for_block(block.number)]
        prose = [block for block in taken if block.prose and not _is_elsewhere(block)]
        return prose or taken

    @cached_property
    def frame(self) -> HtmlElement | None:
        """The deepest container that holds most of what was voted for; None without votes."""
        weights: Counter[HtmlElement] = Counter()
        for block in self.voted:
            for element in block.path:
                weights[element] += block.prose or len(block.text)
        least = _FRAME_SHARE * sum(block.prose or len(block.text) for block in self.voted)
        holding = (
            (depth, element)
            for block in self.voted
            for depth, element in enumerate(block.path)
            if weights[element] >= least and element.tag not in _NO_CONTAINERS
        )
        return max(holding, key=lambda pair: pair[0], default=(0, None))[1]

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """The numbers of the first and the last block in the frame that were voted for."""
        numbers = [block.number for block in self.voted if self.frame in block.path]
        return min(numbers), max(numbers)

    @cached_property
    def headline(self) -> int | None:
        """The number of the last main heading above the article's first paragraph."""
        first, _ = self.bounds
        above = (b.number for b in self.blocks if b.number < first and _is_main_heading(b))
        return max(above, default=None)

    @cached_property
    def looks(self) -> frozenset[object]:
        """What the prose in the frame looks like that trafilatura took."""
        return frozenset(
            block.look
            for block in self.blocks
            if block.prose and block.number in self.votes.trafilatura and self.frame in block.path
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
        if block.shape is Shape.CAPTION or any(map(_is_foreign, self._inner(block))):
            return False
        first, last = self.bounds
        if block.number < first:
            return self._is_lead(block)
        if self.frame not in block.path:
            return self._is_beside(block)
        return self._is_within(block) if block.number <= last else self._is_ending(block)

    def _inner(self, block: PageBlock) -> Sequence[HtmlElement]:
        """Return the elements around a block inside the frame: outside it, all but the page's."""
        if self.frame in block.path:
            return block.path[block.path.index(self.frame) + 1 :]
        return [element for element in block.path if element.tag not in {"html", "body"}]

    def _is_within(self, block: PageBlock) -> bool:
        """Decide about a block between the first and the last one that were voted for."""
        if block.shape is Shape.TEXT and block.leads_elsewhere:
            return False
        if self.votes.for_block(block.number) == 2 or block.number in self.votes.trafilatura:  # noqa: PLR2004 - both
            return True
        looks_right = block.look in self.looks
        if block.number in self.votes.readability:
            if block.prose:
                return looks_right or self.readability_alone_counts
            return block.shape is not Shape.TEXT
        is_plain = block.shape is not Shape.ROW and block.linked < _FEW_LINKS * len(block.text)
        return bool(block.prose) and is_plain and looks_right

    def _is_lead(self, block: PageBlock) -> bool:
        """Decide about a block above: a lead or a standfirst, and no byline or caption."""
        both = self.votes.for_block(block.number) == 2  # noqa: PLR2004
        if both and block.shape is not Shape.HEADING and not block.leads_elsewhere:
            if block.prose:
                return True
            is_label = block.shape is Shape.TEXT and block.words < _NAMEPLATE
            return self.frame in block.path and not is_label
        if not block.prose or _is_main_heading(block):
            return False
        if both:
            return True
        return (
            self.headline is not None
            and block.number > self.headline
            and block.linked < _HARDLY_ANY_LINKS * len(block.text)
            and not any(_is_for_pictures(element) for element in self._inner(block))
            and read_byline(block.text) is None
        )

    def _is_ending(self, block: PageBlock) -> bool:
        """Decide about a block in the frame below the last prose that was voted for."""
        both = self.votes.for_block(block.number) == 2  # noqa: PLR2004
        return both and (block.is_sentence or bool(block.prose) or block.shape in _PARTS)

    def _is_beside(self, block: PageBlock) -> bool:
        """Decide about a block below, outside the frame: another part of a divided body."""
        if not block.prose:
            return False
        both = self.votes.for_block(block.number) == 2  # noqa: PLR2004
        return both or (block.number in self.votes.trafilatura and block.look in self.looks)


def _is_main_heading(block: PageBlock) -> bool:
    return any(element.tag == "h1" for element in block.path[-3:])


def _is_foreign(element: HtmlElement) -> bool:
    return containers.is_foreign(element) or containers.is_for_comments(element)


def _is_for_pictures(element: HtmlElement) -> bool:
    return containers.is_named(element, containers.PICTURES)


def _is_elsewhere(block: PageBlock) -> bool:
    """Tell whether a block is a reader's or a consent box's, wherever the article is."""
    return any(map(containers.is_never_article, block.path))


def captions(blocks: Iterable[PageBlock]) -> list[str]:
    """Return the words under pictures; those in menus and other stories are none."""
    return [
        block.text
        for block in blocks
        if block.shape is Shape.CAPTION and not any(map(_is_around, block.path))
    ]


def _is_around(element: HtmlElement) -> bool:
    return element.tag in {"nav", "aside", "footer", "form"}
