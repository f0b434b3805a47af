"""Rows of tables: data on one line, or the columns of a page that a table lays out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.reading.draft import TextBlock, item

LAYOUT_CELL = 200
"""Characters: a row with a longer cell lays out a page and holds no data."""


def table_blocks(cells: Sequence[Sequence[TextBlock]]) -> Iterator[TextBlock]:
    """Yield the blocks of one row: an item with bars between its cells, or all that they hold."""
    texts = [" ".join(block.text for block in cell) for cell in cells]
    if any(len(text) > LAYOUT_CELL for text in texts):
        for cell in cells:
            yield from cell
    elif row := " | ".join(filter(str.strip, texts)):
        yield item(row)
