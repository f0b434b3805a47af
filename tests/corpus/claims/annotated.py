"""Read the annotated examples; `examples/README.md` has the format.

Strict: whatever is not verbatim in its paragraphs, or not in the format, raises a ValueError that
names the example.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Span
from corpus.claims import Stance
from corpus.claims.finder import Attribution
from corpus.languages.english.document import Document
from corpus.languages.english.paragraphs import paragraph_spans

FOLDER = Path(__file__).with_name("examples")

NTH = re.compile(r"(?P<words>.+?)(?:#(?P<nth>[1-9]))?", re.DOTALL)


@dataclass(frozen=True)
class Expected:
    """One annotated claim. `inherits` is true where its source is left to the one before."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inherits: bool
    who: str | None
    stance: Stance
    role: str | None = None
    relays: tuple[str, ...] = ()
    when: str | None = None
    where: str | None = None
    quoted: bool = False


@dataclass(frozen=True)
class Example:
    """Paragraphs, parted by blank lines, with their claims in reading order."""

    name: str
    text: str
    claims: tuple[Expected, ...]


class AnnotatedFinder:
    """Find what an example has annotated, as a finder that reads one paragraph at a time would."""

    def __init__(self, example: Example) -> None:
        self._claims = example.claims

    def find(self, document: Document) -> list[Attribution]:
        """Return every annotated claim that has a cue."""
        return [
            Attribution(
                () if claim.inherits else claim.source,
                claim.cue,
                tuple(_in_paragraph_of(claim.cue[0], claim.content, document.paragraphs)),
            )
            for claim in self._claims
            if claim.cue
        ]


def _in_paragraph_of(
    cue: Span, content: Iterable[Span], paragraphs: Sequence[Span]
) -> Iterator[Span]:
    start, end = next(span for span in paragraphs if span[0] <= cue[0] < span[1])
    return (span for span in content if start <= span[0] < end)


def examples(folder: Path = FOLDER) -> list[Example]:
    """Return every example of `folder`, named by its file and its title."""
    return [
        _example(f"{path.stem}: {title}", body.strip())
        for path in sorted(folder.glob("*.txt"))
        for title, _, body in (
            block.partition("\n") for block in path.read_text("utf-8").split("== ")[1:]
        )
    ]


def _example(name: str, body: str) -> Example:
    text, _, lines = body.partition("\n\n> ")
    claims: list[Expected] = []
    try:
        for line in lines.split("\n> "):
            claims.append(_claim(text, [field.strip() for field in line.split("|")], claims))
    except (ValueError, TypeError, StopIteration) as error:
        raise ValueError(f"{name}: {error}") from error
    paragraphs = [text[start:end] for start, end in paragraph_spans(text)]
    if paragraphs != text.split("\n\n"):
        raise ValueError(f"{name}: its paragraphs are not parted by single blank lines")
    return Example(name, text, tuple(sorted(claims, key=lambda claim: order(claim.content))))


def order(content: Sequence[Span]) -> Span:
    """Return the sort key by which found and expected claims are laid side by side."""
    return content[0][0], -content[-1][1]


def _claim(text: str, fields: Sequence[str], before: Sequence[Expected]) -> Expected:
    source, cue, content, who, stance, *rest = fields
    content_spans = _pieces(text, content)
    cue_spans = _near(text, cue, content_spans, content_spans) if cue != "-" else ()
    if source == "^":
        source_spans = before[-1].source
    else:
        anchor = cue_spans or content_spans
        source_spans = _near(text, source, anchor, content_spans) if source != "-" else ()
    more = dict(_option(text, field) for field in rest)
    name = text[slice(*source_spans[0])] if who == "=" else None if who == "-" else who
    return Expected(
        source=source_spans,
        cue=cue_spans,
        content=content_spans,
        inherits=source == "^",
        who=_verbatim(text, name) if name else None,
        stance=Stance(stance),
        **more,  # type: ignore[arg-type]  # _option gives each field its own type
    )


def _option(text: str, field: str) -> tuple[str, str | bool | tuple[str, ...]]:
    key, colon, words = (part.strip() for part in field.partition(":"))
    if key == "quoted" and not colon:
        return key, True
    if key == "via":
        return "relays", tuple(_verbatim(text, name.strip()) for name in words.split(";"))
    if key not in ("role", "when", "where"):
        raise ValueError(f"no such field: {field!r}")
    return key, _verbatim(text, words)


def _verbatim(text: str, words: str) -> str:
    if not words or words not in text:
        raise ValueError(f"not in the text: {words!r}")
    return words


def _pieces(text: str, words: str) -> tuple[Span, ...]:
    """Return the spans of a content, each piece after the one before it."""
    spans: list[Span] = []
    for piece in words.split(" … "):
        found = _occurrences(text, piece)
        spans.append(next(span for span in found if not spans or span[0] >= spans[-1][1]))
    return tuple(spans)


def _near(text: str, words: str, anchor: Sequence[Span], content: Sequence[Span]) -> tuple[Span]:
    """Return the occurrence of `words` nearest to `anchor` that is no part of `content`."""
    found = [
        span
        for span in _occurrences(text, words)
        if not any(start < span[1] and span[0] < end for start, end in content)
    ]
    if not found:
        raise ValueError(f"only within its content: {words!r}")
    gap = [min(max(s - span[1], span[0] - e) for s, e in anchor) for span in found]
    return (found[gap.index(min(gap))],)


def _occurrences(text: str, words: str) -> list[Span]:
    """Return where `words` stand as whole words: everywhere, or there where `#2` says."""
    match = NTH.fullmatch(words)
    if match is None:
        raise ValueError("an empty field")
    pattern = rf"(?<!\w){re.escape(match['words'])}(?!\w)"
    spans = [found.span() for found in re.finditer(pattern, text)]
    if match["nth"]:
        spans = spans[int(match["nth"]) - 1 :][:1]
    if not spans:
        raise ValueError(f"not in the text: {words!r}")
    return spans
