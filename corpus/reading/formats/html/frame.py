"""Where on a page the article stands: the container that holds most of what was voted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from corpus.reading.formats.html import containers
from corpus.reading.formats.html.block import PageBlock
from corpus.reading.formats.html.votes import Votes

_SHARE = 0.8
"""The share of what was voted for that the article's container holds at least."""

_NO_CONTAINERS = frozenset(
    {"blockquote", "dd", "dl", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"li", "ol", "p", "pre", "ul"}
)
"""Elements that hold one paragraph or one list, and no article."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The article's container, among all the elements `around` it, and what is known of it.

    `first` and `last` are the numbers of the first and the last block in it that were voted for,
    `headline` that of the last main heading above `first`. `has_prose` tells whether running text
    was voted for at all.
    """

    element: HtmlElement
    around: frozenset[HtmlElement]
    first: int
    last: int
    headline: int | None
    has_prose: bool

    def holds(self, block: PageBlock) -> bool:
        """Tell whether a block stands in the container."""
        return self.element in block.path


def find_frame(blocks: Sequence[PageBlock], votes: Votes) -> Frame | None:
    """Find the deepest container that holds most of what was voted for; None without votes."""
    taken = [block for block in blocks if votes.for_block(block.number)]
    prose = [block for block in taken if block.prose and not is_elsewhere(block)]
    voted = prose or taken
    element = _deepest(voted)
    if element is None:
        return None
    inside = [block.number for block in voted if element in block.path]
    first, last = min(inside), max(inside)
    above = (block.number for block in blocks if block.number < first and is_main_heading(block))
    return Frame(
        element,
        frozenset({element, *element.iterancestors()}),
        first,
        last,
        headline=max(above, default=None),
        has_prose=bool(prose),
    )


def _deepest(voted: Sequence[PageBlock]) -> HtmlElement | None:
    weights: Counter[HtmlElement] = Counter()
    for block in voted:
        for element in block.path:
            weights[element] += len(block.text)
    least = _SHARE * sum(len(block.text) for block in voted)
    holding = (
        (depth, element)
        for block in voted
        for depth, element in enumerate(block.path)
        if weights[element] >= least and element.tag not in _NO_CONTAINERS
    )
    return max(holding, key=lambda pair: pair[0], default=(0, None))[1]


def is_main_heading(block: PageBlock) -> bool:
    """Tell whether a block is the main heading of a page or of a part of it."""
    return any(element.tag == "h1" for element in block.path[-3:])


def is_elsewhere(block: PageBlock) -> bool:
    """Tell whether a block is a reader's or a consent box's, wherever the article is."""
    return any(map(containers.is_never_article, block.path))
