"""Texts that carry their attributions as marks, for tests of what comes after a finder.

`{s:Ruiz} {c:said} {x:the wall was old}.` marks a source, a cue and a content. Of several attributions
each has a number, `{s1:Ruiz} {c1:said} …`; marks may stand inside others, and a part in several pieces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.article import Span
from corpus.claims import Claim, find_claims
from corpus.claims.finder import Attribution
from corpus.languages.english.document import Document

MARK = re.compile(r"\{(?P<part>[scx])(?P<number>\d*):|\}")


@dataclass(frozen=True)
class GivenFinder:
    """Find the attributions that were given, whatever the text."""

    attributions: Sequence[Attribution]

    def find(self, document: Document) -> list[Attribution]:  # noqa: ARG002
        return [*self.attributions]


class SaidFinder:
    """Find that what stands before each "said" says what stands after it."""

    def find(self, document: Document) -> list[Attribution]:
        cues = [match.span() for match in re.finditer("(?<!said )said", document.text)]
        starts = [0, *(end for _, end in cues)]
        ends = [*(start for start, _ in cues), len(document.text)]
        between = list(zip(starts, ends, strict=True))
        return [
            Attribution(source=trimmed(document.text, before), cue=(cue,), content=(after,))
            for (before, after), cue in zip(pairwise(between), cues, strict=True)
        ]


def trimmed(text: str, span: Span) -> tuple[Span, ...]:
    """Return `span` without the white space around it, nothing where it is nothing else."""
    start, end = span
    words = text[start:end].strip()
    start = text.index(words, start)
    return ((start, start + len(words)),) if words else ()


def find_marked(marked: str) -> list[Claim]:
    """Find the claims that `marked`, read without its marks, makes of the attributions in it."""
    return find_claims(*read_marked(marked))


def read_marked(marked: str) -> tuple[str, GivenFinder]:
    """Return `marked` without its marks, and a finder of the attributions that they mark there."""
    text = ""
    read_to = 0
    opened: list[tuple[list[Span], int]] = []
    attributions: dict[str, dict[str, list[Span]]] = {}
    for mark in MARK.finditer(marked):
        text += marked[read_to : mark.start()]
        read_to = mark.end()
        if mark["part"]:
            parts = attributions.setdefault(mark["number"], {"s": [], "c": [], "x": []})
            opened.append((parts[mark["part"]], len(text)))
        else:
            spans, start = opened.pop()
            spans.append((start, len(text)))
    assert not opened, f"a mark is not closed: {marked!r}"
    return text + marked[read_to:], GivenFinder(
        [
            Attribution(tuple(parts["s"]), tuple(parts["c"]), tuple(parts["x"]))
            for parts in attributions.values()
        ]
    )
