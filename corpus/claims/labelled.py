"""Words whose owner stands in a label beside them: a transcript's “Ruiz: …”, a signature “— Ruiz”.

No word attributes here, so the finder has no cue to go by.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.names import names_in
from corpus.claims.places import Places
from corpus.claims.resolution import Resolution
from corpus.languages.english.document import Document

LABEL = re.compile(r"(?P<name>[^\W\d_a-z][\w.’'-]*(?:\s+[^\W\d_a-z][\w.’'-]*){0,4})\s*:\s+(?=\S)")
"""A name and a colon at the beginning of a paragraph."""

FEWEST_REPLIES = 2
"""Paragraphs with one label that make a transcript; a single one may be a headline's "Exclusive:"."""

SIGNATURE = re.compile(
    r"\s*[—–―-]{1,2}\s*(?P<name>[^\W\d_a-z][^,;:.“”\"\n]{1,60}?)\s*(?:,[^“”\"\n]{1,80})?\.?\s*"
)
"""What follows a quotation to the end of its paragraph, or is the whole next one."""

SURE = 0.9
"""Confidence of such claims: the label leaves hardly a doubt."""


def with_labelled(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with what labels and signatures attribute, in order of the text.

    What was found with a label as its source says the same again, and is left out; so is a
    quotation that a signature gives its owner.
    """
    labelled = [*_replies(document), *_signed(document)]
    labels = Places(attribution.source[0] for attribution in labelled)
    words = Places(span for attribution in labelled for span in attribution.content)
    others = [
        attribution
        for attribution in found
        if not any(map(labels.touch, attribution.source))
        and (attribution.source or not words.hold(attribution.content[0]))
    ]
    return sorted([*others, *labelled], key=lambda each: min(each.source + each.cue + each.content))


def _replies(document: Document) -> Iterator[Attribution]:
    """Find the replies of a transcript: paragraphs that begin with a label that others have too."""
    found: list[tuple[Span, Span]] = []
    for start, end in document.paragraphs:
        if label := LABEL.match(document.text, start, end):
            found.append((label.span("name"), (label.end(), end)))
    counts = Counter(document.text[slice(*name)] for name, _ in found)
    for name, reply in found:
        if counts[document.text[slice(*name)]] >= FEWEST_REPLIES and _is_name(document, name):
            yield Attribution((name,), (), (reply,), confidence=SURE, resolution=Resolution.LABEL)


def _signed(document: Document) -> Iterator[Attribution]:
    """Find quotations that are signed: “We will be back.” — Ana Ruiz."""
    for quotation in document.quotations:
        number = document.paragraph_at(quotation.start)
        start, end = document.paragraphs[number]
        last = quotation.end == end and number + 1 < len(document.paragraphs)
        beside = document.paragraphs[number + 1] if last else (quotation.end, end)
        if quotation.start != start:
            continue
        signature = SIGNATURE.fullmatch(document.text, *beside)
        if signature and _is_name(document, signature.span("name")):
            span = quotation.start, quotation.end
            name = signature.span("name")
            yield Attribution((name,), (), (span,), confidence=SURE, resolution=Resolution.LABEL)


def _is_name(document: Document, span: Span) -> bool:
    """Tell a label that ends in a name; that of an office alone is none."""
    names = list(names_in(document.tokens_in(*span)))
    return bool(names) and names[-1].span[1] == span[1]
