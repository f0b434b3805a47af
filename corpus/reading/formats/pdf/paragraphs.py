"""Which lines of a PDF are one paragraph, and which are headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from corpus.reading.draft import BlockKind, TextBlock
from corpus.reading.formats.pdf.hyphens import join, whole_words
from corpus.reading.formats.pdf.lines import CELL, TextLine
from corpus.reading.sentence_or_headline import ends_sentence

_LARGER = 1.12
"""How many times the body's size a heading's is at least."""

_WIDER_GAP = 1.3
"""How many times the usual distance between lines stands between two paragraphs."""

_COMMON_GAP = 0.3
"""A distance this often as the most frequent one, or more often, may be the usual one."""

_WIDEST_GAP = 2.5
"""How many sizes the lines of one paragraph are apart at most: more than double spacing."""

_INDENT = 0.6
"""How many sizes a first line is set in, at least."""

_SHORT_LINE = 0.75
"""The share of the usual length below which a line that ends a sentence ends its paragraph."""

_LONGEST_BOLD_HEADING = 120
"""Characters: a longer bold line is an emphasised paragraph."""

_BULLET = re.compile(r"[•▪◦‣●■–]\s")

_ROWS = 2
"""Lines of as many cells, one after the other, that make a table."""


@dataclass(frozen=True, slots=True)
class Typesetting:
    """How the body of a document is set: sizes and distances in points, lengths in characters."""

    size: float
    bold: bool
    gap: float
    length: float

    @classmethod
    def of(cls, lines: Sequence[TextLine]) -> Typesetting:
        """Find the typesetting that most of the text has."""
        characters: Counter[tuple[float, bool]] = Counter()
        for line in lines:
            characters[round(line.size, 1), line.bold] += len(line.text)
        size, bold = characters.most_common(1)[0][0]
        body = [line for line in lines if abs(line.size - size) < size * (_LARGER - 1)]
        gaps = Counter(
            round(before.y - line.y)
            for before, line in pairwise(body)
            if before.page == line.page and 0 < before.y - line.y < size * _WIDEST_GAP
        )
        often = max(gaps.values(), default=0) * _COMMON_GAP
        gap = min((gap for gap, count in gaps.items() if count >= often), default=size * 1.2)
        return cls(size, bold, float(gap), median(len(line.text) for line in body))

    def is_heading(self, line: TextLine) -> bool:
        """Tell whether a line stands out from the body as a heading does."""
        if line.size > self.size * _LARGER:
            return True
        stands_out = line.bold and not self.bold and len(line.text) <= _LONGEST_BOLD_HEADING
        return stands_out and not ends_sentence(line.text)

    def begins_paragraph(self, before: TextLine, line: TextLine) -> bool:
        """Tell whether a paragraph begins with `line`, of the same kind as the one before it."""
        if abs(before.size - line.size) > line.size * (_LARGER - 1) or _BULLET.match(line.text):
            return True
        ended = ends_sentence(before.text)
        if before.page != line.page or line.y > before.y:  # a new page or column
            return ended or _is_indented(before, line)
        if before.y - line.y > max(self.gap, line.size) * _WIDER_GAP or _is_indented(before, line):
            return True
        short = len(before.text) < self.length * _SHORT_LINE
        return ended and short and not line.text.lstrip()[0].islower()


def _is_indented(before: TextLine, line: TextLine) -> bool:
    """Tell whether a line is set in from the one before it on its page, by place or by spaces."""
    by_spaces = line.text[:2].isspace() and not before.text[:2].isspace()
    by_place = before.page == line.page and before.y > line.y
    return by_spaces or (by_place and line.x - before.x > line.size * _INDENT)


def to_blocks(lines: Sequence[TextLine]) -> list[tuple[TextBlock, TextLine]]:
    """Join lines to blocks, each with its first line."""
    if not lines:
        return []
    typesetting = Typesetting.of(lines)
    words = whole_words(lines)
    rows = _rows(lines)
    groups: list[tuple[BlockKind, list[TextLine]]] = []
    for line in lines:
        kind = BlockKind.HEADING if typesetting.is_heading(line) else BlockKind.PARAGRAPH
        if id(line) in rows:
            kind = BlockKind.ITEM
        elif groups and groups[-1][0] == kind:
            before = groups[-1][1][-1]
            if not _apart(typesetting, before, line, is_heading=kind is BlockKind.HEADING):
                groups[-1][1].append(line)
                continue
        groups.append((kind, [line]))
    return [(TextBlock(kind, _text(kind, group, words)), group[0]) for kind, group in groups]


def _rows(lines: Sequence[TextLine]) -> set[int]:
    """Return the ids of the lines that are rows of a table."""
    found: set[int] = set()
    for cells, run in groupby(lines, key=lambda line: line.cells):
        rows = list(run)
        if cells > 1 and len(rows) >= _ROWS:
            found.update(map(id, rows))
    return found


def _text(kind: BlockKind, lines: Sequence[TextLine], words: frozenset[str]) -> str:
    """Return a block's text; what looked like cells in a single line was a wide gap."""
    text = join(lines, words)
    return text if kind is BlockKind.ITEM else text.replace(CELL, " ")


def _apart(typesetting: Typesetting, before: TextLine, line: TextLine, *, is_heading: bool) -> bool:
    """Tell whether two lines of one kind, one after the other, are two blocks."""
    if not is_heading:
        return typesetting.begins_paragraph(before, line)
    same_size = abs(before.size - line.size) < line.size * (_LARGER - 1)
    return not (same_size and before.page == line.page and before.y - line.y < line.size * 2)
