"""Claims within claims: what a source is said to have said of another's saying.

Annotators seldom mark them, so pass 1 seldom tags their cues. A verb of saying or believing inside
a claim's content is tried as a cue instead, with source and content sought in that content only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.learned.confidence import CandidateClaim
from corpus.claims.learned.cues import Cue
from corpus.claims.learned.parts import Parts
from corpus.claims.learned.windows import Window
from corpus.languages.english.inflection import Form
from corpus.languages.english.lexicon import LEXICON
from corpus.stance import Stance

TRIED = LEXICON.verbs_with(Stance.ASSERTS, Stance.BELIEVES, Stance.DENIES, Stance.DOUBTS)
FORMS = {
    *LEXICON.forms(TRIED, Form.PAST),
    *LEXICON.forms(TRIED, Form.PRESENT, Form.BASE, but_not=LEXICON.also_nouns),
}
VERBS = re.compile(rf"\b(?:{'|'.join(sorted(FORMS))})\b")
"""Every form of a verb of saying or believing that can be nothing else, such as a noun."""

QUOTATION_MARKS = '"“”«»'
NEVER = -30.0
"""A logit for what may not be."""

SURE_OF_CONTENT = 0.9
SURE_OF_SOURCE = 0.4
"""Chances from which a claim within a claim counts; its source must stand right before its cue
besides, which is how reports of reports are worded."""

MOST = 0.75
"""Share of the outer content that the inner claim takes up at least: then the outer one passes it on."""

WIDEST_GAP = 2
"""Characters between source and cue at most: a blank, or a comma and a blank."""


class NestedCue(NamedTuple):
    """A verb to be tried as a cue, and the content, in characters, that it stands in."""

    window: Window
    cue: Cue
    content: Span

    def only_inside(self, logits: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return pass 2's logits with source and content outside the content made impossible."""
        start, end = self.content
        inside = (self.window.starts >= start) & (self.window.ends <= end) & (self.window.ends > 0)
        inside[0] = True  # the special piece, which stands for no source
        kept = logits.copy()
        kept[~inside, 1:] = NEVER
        return kept


def nested_cues(
    text: str, read: Sequence[Window], found: Sequence[Attribution]
) -> Iterator[NestedCue]:
    """Return the verbs worth trying; quotations are left whole, for nobody reports inside them."""
    cues = [span for attribution in found for span in attribution.cue]
    for attribution in found:
        for start, end in attribution.content:
            if text[start] in QUOTATION_MARKS:
                continue
            for verb in VERBS.finditer(text, start, end):
                if any(s < verb.end() and verb.start() < e for s, e in cues):
                    continue
                yield from _in_window(read, verb.span(), (start, end))


def _in_window(read: Sequence[Window], verb: Span, content: Span) -> Iterator[NestedCue]:
    for window in read:
        inside = np.flatnonzero((window.starts < verb[1]) & (window.ends > verb[0]))
        if len(inside) and inside[0] in window.own:
            yield NestedCue(window, Cue(int(inside[0]), int(inside[-1]) + 1, 1.0), content)


def is_claim_within(text: str, content: Span, inner: CandidateClaim, parts: Parts) -> bool:
    """Tell whether a content is little but a report of its own: "the service believes that …"."""
    (start, end), cue = inner.source[0], inner.cue
    reported = max(e for _, e in inner.content) - start
    return (
        reported >= MOST * (content[1] - content[0])
        and parts.source_chance >= SURE_OF_SOURCE
        and parts.content_chance >= SURE_OF_CONTENT
        and 0 <= cue[0] - end <= WIDEST_GAP
        and inner.content[0][0] >= cue[1]
        and text[start:end].lower() not in LEXICON.pronouns
    )
