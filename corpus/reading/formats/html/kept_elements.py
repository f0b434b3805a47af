"""Keep a tree's elements in memory while it is worked on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lxml.html import HtmlElement


@contextmanager
def elements_kept(tree: HtmlElement) -> Iterator[None]:
    """Keep all elements of a tree until the end of the block.

    lxml makes Python's object of an element anew in each pass that meets it, unless one is kept.
    """
    kept = list(tree.iter())
    try:
        yield
    finally:
        kept.clear()
