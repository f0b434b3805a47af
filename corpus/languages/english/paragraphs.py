"""Find the paragraphs of a text that is kept exactly as given."""

from __future__ import annotations

import re

from corpus.article import Span

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
"""What stands between two line ends, as `str.splitlines` knows them."""

SENTENCE_END = frozenset(".!?:;…\"'”’»)")
"""A line that ends in one of these may be the last of its paragraph."""


def paragraph_spans(text: str) -> list[Span]:
    """Return the span of each paragraph of `text`, in order, without white space at either end.

    Each line is a paragraph. Only a line that plainly goes on is joined to the one before: that one
    stops in mid-sentence, this one begins in lower case, and no blank line stands between them.
    """
    spans: list[Span] = []
    for line in LINE.finditer(text):
        if not (words := line.group().strip()):
            continue
        start = line.start() + line.group().index(words[0])
        end = start + len(words)
        if spans and _goes_on(text, spans[-1], start):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _goes_on(text: str, paragraph: Span, start: int) -> bool:
    """Tell whether the line that begins at `start` belongs to the paragraph before it."""
    last = paragraph[1]
    if not text[start].islower() or text[last - 1] in SENTENCE_END:
        return False
    between = text[last:start].replace("\r\n", "\n")
    return len(between.strip(" \t")) == 1
