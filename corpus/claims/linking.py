"""Complete what a finder found: sources left to an earlier clause, and quotations left alone.

- An attribution without a source takes the one before it in its sentence: "…, adding that …".
- A quotation that runs over several paragraphs is one content, with a span in each.
- A quotation that is a sentence of its own belongs to the speaker of the sentence before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.nesting import covers, outer_of
from corpus.claims.resolution import Resolution
from corpus.languages.english.document import Document
from corpus.languages.english.quotations import Quotation, inside

END_MARKS = " .,!?…\"“”'‘’»«"

IMPERSONAL = re.compile(
    r"(?:reportedly|allegedly|apparently|supposedly"
    r"|(?:\w+\s+)*(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?"
    r"(?:said|thought|believed|alleged|reported|expected|known|understood|feared|rumoured|rumored|considered)"
    r"(?:\s+to(?:\s+have)?)?)",
    re.IGNORECASE,
)
"""Cues that have no source and take none: "is believed to"."""


def link(document: Document, found: Iterable[Attribution]) -> list[Attribution]:
    """Return the attributions completed, in order of their first words."""
    sentences = document.whole_sentences
    by_sentence: list[list[Attribution]] = [[] for _ in sentences]
    for attribution in sorted(found, key=_order):
        cue = attribution.cue or attribution.content
        number = bisect_right(sentences, cue[0][0], key=lambda sentence: sentence[0]) - 1
        by_sentence[number].append(attribution)

    linked: list[Attribution] = []
    continuing = {quotation.start for quotation in document.quotations if quotation.continues}
    speaking_in: int | None = None
    for sentence, attributions in zip(sentences, by_sentence, strict=True):
        paragraph = document.paragraph_at(sentence[0])
        if attributions:
            linked.extend(_innermost_first(_inherit(document.text, attributions)))
        elif linked and covers(linked[-1].content, _words_of(document.text, sentence)):
            pass  # the finder has given this sentence to the last attribution already
        elif speaking_in is not None and linked[-1].source and _is_quoted(document, sentence):
            goes_on = speaking_in == paragraph or sentence[0] in continuing
            linked[-1:] = _go_on(linked[-1], document, sentence, goes_on=goes_on)
        else:
            speaking_in = None
            continue
        speaking_in = paragraph
    return sorted(_with_what_was_left_open(document, linked), key=_order)


def _with_what_was_left_open(
    document: Document, linked: Sequence[Attribution]
) -> list[Attribution]:
    """Give quotations that run on to the speaker who is named only where they end.

    “The figures were wrong. ¶ “Nobody checked them,” said Pratt: Pratt said both.
    """
    quotations = document.quotations
    speaking: dict[int, int] = {}
    taken: set[int] = set()
    for at, attribution in enumerate(linked):
        for span in attribution.content:
            taken.update(_touched(quotations, span))
        for number in _touched(quotations, attribution.content[0]) if attribution.source else ():
            speaking.setdefault(number, at)

    completed = list(linked)
    spoken_in = _where_somebody_speaks(quotations, speaking)
    for number, quotation in enumerate(quotations):
        first, last = number - 1, spoken_in[number - 1]
        if not quotation.continues or first in taken or last is None:
            continue
        attribution = completed[speaking[last]]
        begins = attribution.content[0][0]
        before = [each[:2] for each in quotations[first : last + 1] if each.end <= begins]
        completed[speaking[last]] = replace(attribution, content=(*before, *attribution.content))
        taken.update(range(first, first + len(before)))
    return completed


def _touched(quotations: Sequence[Quotation], span: Span) -> range:
    """Return the numbers of the quotations that share a character with `span`."""
    first = bisect_right(quotations, span[0], key=lambda quotation: quotation.end)
    return range(first, bisect_left(quotations, span[1], key=lambda quotation: quotation.start))


def _where_somebody_speaks(
    quotations: Sequence[Quotation], speaking: Container[int]
) -> list[int | None]:
    """Return for each quotation the first from it on, as far as they run on, that is in `speaking`."""
    found: list[int | None] = []
    following: int | None = None
    for number in reversed(range(len(quotations))):
        following = number if number in speaking else following
        found.append(following)
        if not quotations[number].continues:
            following = None
    return found[::-1]


def _order(attribution: Attribution) -> Span:
    """Return the sort key of reading order; sources do not count, because several claims may share one.

    What begins first comes first, and of two that begin together the longer.
    """
    parts = [spans for spans in (attribution.cue, attribution.content) if spans]
    return min(spans[0][0] for spans in parts), -max(spans[-1][1] for spans in parts)


def _inherit(text: str, attributions: Sequence[Attribution]) -> Iterable[Attribution]:
    """Return the attributions of one sentence, each without a source taking the one before it.

    What stands inside somebody's words takes the one before it there, never the one around it.
    """
    outers = [outer_of(attributions, number) for number in range(len(attributions))]
    latest: dict[int | None, tuple[Span, ...]] = {}
    for attribution, outer in zip(attributions, outers, strict=True):
        linked = attribution
        if not linked.source and outer in latest and not _is_impersonal(text, linked):
            linked = _taking_over(latest[outer], linked)
        if linked.source:
            latest[outer] = linked.source
        yield linked


def _taking_over(source: tuple[Span, ...], attribution: Attribution) -> Attribution:
    return replace(attribution, source=source, resolution=Resolution.SOURCE_BEFORE)


def _innermost_first(attributions: Iterable[Attribution]) -> list[Attribution]:
    """Return attributions with those inside others first: what follows goes on from the outer ones."""
    ordered = list(attributions)
    outers = [outer_of(ordered, number) for number in range(len(ordered))]
    depth = sorted(range(len(ordered)), key=lambda number: outers[number] is None)
    return [ordered[number] for number in depth]


def _is_impersonal(text: str, attribution: Attribution) -> bool:
    return bool(attribution.cue and IMPERSONAL.fullmatch(text, *attribution.cue[0]))


def _words_of(text: str, sentence: Span) -> Span:
    """Return the span of a sentence without the marks at its end, which a finder may leave out."""
    start, end = sentence
    return start, max(start + 1, start + len(text[start:end].rstrip(END_MARKS)))


def _is_quoted(document: Document, sentence: Span) -> bool:
    """Tell a sentence that is nothing but quotations and marks."""
    quoted = document.quotations_in(*sentence)
    return bool(quoted) and all(
        inside(quoted, token.start) for token in document.tokens_in(*sentence) if token.is_word
    )


def _go_on(
    last: Attribution, document: Document, sentence: Span, *, goes_on: bool
) -> list[Attribution]:
    """Return the last attribution and what the quotations of `sentence` make of it.

    Where that is a quotation too and the text `goes_on` from it, they are more of its content; else
    they are a claim of their own, without a cue.
    """
    spans = tuple(
        (quotation.start, quotation.end) for quotation in document.quotations_in(*sentence)
    )
    if goes_on and inside(document.quotations, last.content[-1][1] - 1):
        return [replace(last, content=(*last.content, *spans))]
    alone = Attribution((), (), spans, confidence=last.confidence)
    return [last, _taking_over(last.source, alone)]
