"""Find the claims that belong to a passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.article import Span
from corpus.claims.claim import Claim, Spans, words_at


def claims_within(claims: Iterable[Claim], text: str, start: int, end: int) -> list[Claim]:
    """Return the claims whose content stands, wholly or in part, in `text[start:end]`.

    `text` is what the claims were found in. The claims given have spans into `text[start:end]`, cut
    to it. A claim that runs over several paragraphs comes with the content that stands in this one;
    where its source or its cue stands in another, their spans are () and `source` keeps the name.
    """
    return list(_within(claims, text, start, end))


def _within(claims: Iterable[Claim], text: str, start: int, end: int) -> Iterator[Claim]:
    passage = text[start:end]
    for claim in claims:
        content = _cut(claim.spans.content, start, end)
        if not content:
            continue
        spans = Spans(
            source=_cut(claim.spans.source, start, end),
            cue=_cut(claim.spans.cue, start, end),
            content=content,
        )
        yield replace(claim, content=words_at(passage, content), spans=spans)


def _cut(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return what of `spans` lies between `start` and `end`, counted from `start`."""
    cut = ((max(s, start) - start, min(e, end) - start) for s, e in spans)
    return tuple((s, e) for s, e in cut if s < e)
