"""Annotated articles as examples to learn from: brat stand-off files, read and numbered.

A folder has `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`, as PolNeAR 1.0 has (Newell,
Margolin and Ruths, LREC 2018). Names begin with publisher and date: `PUBLISHER_YYYY-MM-DD_…`.
Offsets are characters of the text, its newlines untouched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.article import Span
from corpus.claims.learned.windows import Window, windows
from corpus.encoder import Tokenizer
from corpus.learning.held_out import part_by_date

IGNORED = -100
"""The target of a piece that no loss counts."""

OUTSIDE, CUE_BEGINS, CUE_GOES_ON = range(3)

ANNOTATION = re.compile(r"\n(?=[TEARN#*]\d*\t)")
"""Between two annotations; a span's own text may hold newlines."""


class Marked(NamedTuple):
    """One annotated attribution: spans into the article's text."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article's text with its attributions."""

    name: str
    text: str
    marked: tuple[Marked, ...]

    @property
    def paragraphs(self) -> list[Span]:
        """Each line that is not blank."""
        lines = re.finditer(r"[^\n]+", self.text)
        return [line.span() for line in lines if line.group().strip()]


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A window and what to answer. Without `cue`, pass 1: tag the cues. With it, pass 2.

    `cue` is the marked cue's first piece and the one after its last. `tags` are cue tags in pass 1,
    1 for content in pass 2. `source` is its first and last piece, or (0, 0) for none. `claim` is
    0 for a cue that is none: then only that is learnt from it.
    """

    window: Window
    tags: NDArray[np.int64]
    cue: Span | None = None
    source: Span = (0, 0)
    claim: int = 1


def read_folder(folder: Path) -> list[Annotated]:
    """Read the folder's articles, by date. Of several annotators the first by name counts."""
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rpartition("_")[0], path)
    articles = []
    for name, path in first.items():
        text = _decoded(folder / "text" / f"{name}.txt")
        articles.append(Annotated(name, text, tuple(_attributions(_decoded(path)))))
    return sorted(articles, key=lambda article: (date_of(article.name), article.name))


def date_of(name: str) -> str:
    """Return the date in an article's name, as YYYY-MM-DD."""
    return name.split("_")[1]


def split(articles: Iterable[Annotated]) -> dict[str, list[Annotated]]:
    """Divide whole articles by date into `train`, `tuning` and `test`."""
    parts: dict[str, list[Annotated]] = {"train": [], "tuning": [], "test": []}
    for article in articles:
        parts[part_by_date(date_of(article.name))].append(article)
    return parts


def _decoded(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _attributions(standoff: str) -> Iterable[Marked]:
    """Read one stand-off file; attributions without a content are left out."""
    lines = ANNOTATION.split(standoff.rstrip("\n"))
    spans: dict[str, tuple[Span, ...]] = {}
    for line in lines:
        if line.startswith("T"):
            key, head, _ = line.split("\t", 2)
            places = head.split(" ", 1)[1].split(";")
            spans[key] = tuple((int(s), int(e)) for s, e in (place.split() for place in places))
    for line in lines:
        if line.startswith("E"):
            roles: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
            for argument in line.split("\t", 1)[1].split():
                role, key = argument.split(":")
                roles.get(role.rstrip("0123456789").lower(), []).extend(spans[key])
            if roles["content"]:
                yield Marked(*(tuple(sorted(set(roles[role]))) for role in Marked._fields))


def examples(tokenizer: Tokenizer, articles: Iterable[Annotated]) -> list[Example]:
    """Make every example of both passes."""
    return [
        example
        for article in articles
        for window in windows(tokenizer, article.text, article.paragraphs)
        for example in _of_window(window, article.marked)
    ]


def _of_window(window: Window, marked: Sequence[Marked]) -> Iterable[Example]:
    tags = np.full(len(window), IGNORED)
    tags[window.own.start : window.own.stop] = OUTSIDE
    found = []
    for attribution in marked:
        cue = _pieces(window, attribution.cue)
        if len(cue):
            tags[cue] = CUE_GOES_ON
            tags[cue[0]] = CUE_BEGINS
            if cue[0] in window.own:
                found.append(_of_cue(window, cue, attribution))
    tags[: window.own.start] = tags[window.own.stop :] = IGNORED
    return [Example(window, tags), *found]


def _of_cue(window: Window, cue: NDArray[np.intp], attribution: Marked) -> Example:
    tags = np.zeros(len(window), dtype=np.int64)
    tags[[0, -1]] = IGNORED
    tags[_pieces(window, attribution.content)] = 1
    source = _pieces(window, attribution.source[:1])
    return Example(
        window,
        tags,
        cue=(int(cue[0]), int(cue[-1]) + 1),
        source=(int(source[0]), int(source[-1])) if len(source) else (0, 0),
    )


def _pieces(window: Window, spans: Sequence[Span]) -> NDArray[np.intp]:
    """Return the numbers of the pieces that share a character with any of the spans."""
    inside = np.zeros(len(window), dtype=bool)
    for start, end in spans:
        inside |= (window.starts < end) & (window.ends > start)
    return np.flatnonzero(inside)
