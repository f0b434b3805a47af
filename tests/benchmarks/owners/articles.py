"""Read the annotated news articles; README.md has the format.

Strict: what is not verbatim in its paragraph, or not in the format, raises a ValueError that names
the article and the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Span
from corpus.stance import Stance
from tests.benchmarks.owners.names import is_same

FOLDER = Path(__file__).parent
HALVES = ("open", "blind")
CLAIM, INNER_CLAIM, NO_CLAIM = "> ", "? ", "no claim: "
NOBODY = "-"

Words = tuple[Span, ...]
"""Where the words of a content stand in their paragraph, one span for each of its pieces."""


@dataclass(frozen=True)
class Relay:
    """One who passes a claim on: any of `names` is right. An `optional` one may as well be left out."""

    names: tuple[str, ...]
    optional: bool

    def is_named(self, name: str | None) -> bool:
        """Tell whether a name that was found is this relay's."""
        return name is not None and any(is_same(name, right) for right in self.names)


@dataclass(frozen=True)
class AnnotatedClaim:
    """One claim of a paragraph, as a careful reader understands it.

    `readings` are the ways to say which words are claimed, the plainest first. `owners` are the
    names that are right for whoever claims it; "-" stands for naming nobody. `stance` is None where
    readers may differ. `pointing` is the pronoun or the phrase ("the minister") that stands for the
    owner in the sentence, None where the owner is named there or left out. An `optional` claim
    counts only where it is shown.
    """

    readings: tuple[Words, ...]
    owners: tuple[str, ...]
    stance: Stance | None = Stance.ASSERTS
    relays: tuple[Relay, ...] = ()
    pointing: str | None = None
    optional: bool = False


@dataclass(frozen=True)
class AnnotatedParagraph:
    """A paragraph, all its claims, and the words that tempt to take an act for a claim."""

    text: str
    claims: tuple[AnnotatedClaim, ...]
    acts: tuple[Words, ...]


@dataclass(frozen=True)
class AnnotatedArticle:
    """A news article of our own, named by its file."""

    name: str
    title: str
    paragraphs: tuple[AnnotatedParagraph, ...]


def articles(half: str, folder: Path = FOLDER) -> list[AnnotatedArticle]:
    """Return every article of one of the HALVES that lie in `folder`."""
    return [_article(path) for path in sorted((folder / half).glob("*.txt"))]


def _article(path: Path) -> AnnotatedArticle:
    title, *blocks = path.read_text("utf-8").strip().split("\n\n")
    if not title.startswith("== ") or not blocks:
        raise ValueError(f"{path.stem}: not a title after ==, then paragraphs")
    # A name may be taken from anywhere in the article, a claim's words from its paragraph only.
    text = "\n\n".join(line for line in "\n".join(blocks).split("\n") if not _is_annotation(line))
    paragraphs = []
    for number, block in enumerate(blocks, start=1):
        try:
            paragraphs.append(_paragraph(block, text))
        except ValueError as error:
            raise ValueError(f"{path.stem}, paragraph {number}: {error}") from error
    return AnnotatedArticle(path.stem, title.removeprefix("== "), tuple(paragraphs))


def _is_annotation(line: str) -> bool:
    return line.startswith((CLAIM, INNER_CLAIM, NO_CLAIM))


def _paragraph(block: str, article: str) -> AnnotatedParagraph:
    text, *lines = block.split("\n")
    stray = [line for line in lines if not _is_annotation(line)]
    if stray or _is_annotation(text):
        raise ValueError(f"neither one paragraph nor its annotations: {(stray or [text])[0]!r}")
    claims = [line for line in lines if not line.startswith(NO_CLAIM)]
    acts = [line.removeprefix(NO_CLAIM) for line in lines if line.startswith(NO_CLAIM)]
    return AnnotatedParagraph(
        text,
        tuple(_claim(text, article, line) for line in claims),
        tuple(_words(text, act) for act in acts),
    )


def _claim(text: str, article: str, line: str) -> AnnotatedClaim:
    content, owner, *rest = [field.strip() for field in line[len(CLAIM) :].split("|")]
    stance: Stance | None = Stance.ASSERTS
    relays: tuple[Relay, ...] = ()
    pointing = None
    for field in rest:
        key, colon, value = (part.strip() for part in field.partition(":"))
        if not colon:
            stance = None if key == "unstated" else Stance(key)
        elif key == "via":
            relays = tuple(_relay(article, relay.strip()) for relay in value.split(";"))
        elif key == "by":
            pointing = _verbatim(text, value)
        else:
            raise ValueError(f"no such field: {field!r}")
    readings = tuple(_words(text, reading) for reading in content.split(" / "))
    return AnnotatedClaim(
        readings,
        tuple(_names(article, owner)),
        stance,
        relays,
        pointing,
        optional=line.startswith(INNER_CLAIM),
    )


def _relay(article: str, field: str) -> Relay:
    bare = field.removeprefix("(").removesuffix(")")
    return Relay(tuple(_names(article, bare)), optional=bare != field)


def _names(article: str, field: str) -> Iterator[str]:
    for name in field.split(" / "):
        yield name if name == NOBODY else _verbatim(article, name)


def _verbatim(text: str, words: str) -> str:
    if not words or words not in text:
        raise ValueError(f"not in the text: {words!r}")
    return words


def _words(text: str, field: str) -> Words:
    """Return the spans of the pieces, each after the one before it; "…" leaves out a piece's middle.

    The first piece has to stand in the paragraph only once, or else be followed by "#2" or so.
    """
    spans: list[Span] = []
    for piece in field.split(" + "):
        first, _, last = piece.strip().partition(" … ")
        start, end = _find(text, first, spans[-1][1]) if spans else _find_only(text, first)
        spans.append((start, _find(text, last, end)[1] if last else end))
    return tuple(spans)


def _find_only(text: str, field: str) -> Span:
    words, _, nth = field.partition("#")
    found = _occurrences(text, words)
    if len(found) > 1 and not nth:
        raise ValueError(f"more than once in its paragraph: {words!r}")
    if len(found) < int(nth or 1):
        raise ValueError(f"not in its paragraph: {field!r}")
    return found[int(nth or 1) - 1]


def _find(text: str, words: str, start: int) -> Span:
    found = _occurrences(text, words, start)
    if not found:
        raise ValueError(f"not in its paragraph: {words!r}")
    return found[0]


def _occurrences(text: str, words: str, start: int = 0) -> list[Span]:
    """Return where `words` stand as whole words from `start` on."""
    if not words:
        raise ValueError("an empty field")
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return [match.span() for match in pattern.finditer(text, start)]
