"""Quotations that a page sets apart, with who said them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from lxml.html import HtmlElement

from corpus.reading.formats.html.block import PageBlock

_DASHES = ("—", "–", "―", "-")


def with_sources(blocks: Iterable[PageBlock]) -> Iterator[PageBlock]:
    """Write the line that says whose words a quotation is behind it: "… — Ada Brenk (@ada)".

    It stands in the same quotation, in an element that names a source or after a dash.
    """
    waiting: PageBlock | None = None
    for before, block in pairwise([None, *blocks]):
        assert block is not None  # noqa: S101 - only the first one is
        if waiting is not None and before is not None and _is_source_of(block, before):
            text = f"{waiting.text} {_dashed(block.text)}"
            waiting = replace(waiting, text=text)
            continue
        if waiting is not None:
            yield waiting
        waiting = block
    if waiting is not None:
        yield waiting


def _is_source_of(block: PageBlock, before: PageBlock) -> bool:
    """Tell whether a block says who is quoted in the one before it."""
    quotation = _quotation(block)
    if quotation is None or quotation is not _quotation(before):
        return False
    names_source = any(element.tag in {"cite", "footer"} for element in block.path)
    return names_source or block.text.startswith(_DASHES)


def _quotation(block: PageBlock) -> HtmlElement | None:
    return next((element for element in block.path if element.tag == "blockquote"), None)


def _dashed(source: str) -> str:
    return source if source.startswith(_DASHES) else f"— {source}"
