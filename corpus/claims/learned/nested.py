"""Claims within claims: what a source is said to have said of another's saying.

Annotators seldom mark them, so pass 1 seldom tags their cues. A verb of saying or believing inside
a claim's content is tried as a cue instead, with source and content sought in that content only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.article import Span, overlap
from corpus.claims.finder import Attribution
from corpus.claims.learned.confidence import CandidateClaim
from corpus.claims.learned.cues import Cue
from corpus.claims.learned.parts import Parts
from corpus.claims.learned.windows import Window
from corpus.claims.places import Places
from corpus.languages.english.document import Document
from corpus.languages.english.inflection import Form
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import Token, folded
from corpus.stance import Stance

TRIED = LEXICON.verbs_with(
    Stance.ASSERTS, Stance.ACCUSES, Stance.BELIEVES, Stance.DENIES, Stance.DOUBTS
)
FORMS = {
    *LEXICON.forms(TRIED, Form.PAST, but_not=LEXICON.also_acts),
    *LEXICON.forms(TRIED, Form.PRESENT, Form.BASE, but_not=LEXICON.also_acts | LEXICON.also_nouns),
}
BEFORE_THAT = LEXICON.forms(LEXICON.also_acts, Form.PAST, Form.PRESENT)
VERBS = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(FORMS))})\b|(?:{'|'.join(sorted(BEFORE_THAT))})\b(?=\s+that\b))"
)
"""Every form of a verb of saying or believing that can be nothing else, such as a noun or an act."""

PASSIVE = re.compile(r"\b(?:am|are|be|been|being|is|was|were)\s+(?:(?:\w+ly|also)\s+)?\Z")
"""What goes before a verb that tells what somebody hears: "the agency was told"."""

NO_CLAUSE = re.compile(r"\W*\w+\W*\Z")
"""What a verb of saying has after it that is no report: "expected worse"."""

TOGETHER = re.compile(r"\band\b")
ABOUT = re.compile(r"(?:about|over)\b")
"""Of two, who argue about something with each other, nobody claims it."""

NEIGHBOURS = 3
"""Windows that begin before a piece and may have it: its own, and some that it is context of."""

NEVER = -30.0
"""A logit for what may not be."""

SURE_OF_CONTENT = 0.9
SURE_OF_SOURCE = 0.15
"""Chances from which a claim within a claim counts. The source's is low, since it must stand right
beside the cue too, which is how reports of reports are worded."""

SURE_IF_BESIDE = 0.75
"""Confidence of such a claim at least: its place tells more than the network's chance does."""

MOST = 0.65
"""Share of the outer content that the inner claim takes up at least: then the outer one passes it on."""

NOT_IN_SUBJECT = (
    LEXICON.auxiliaries | LEXICON.subordinators | LEXICON.relatives | LEXICON.conjunctions
) | LEXICON.pronouns
LONGEST_SUBJECT = 6
"""Words of a phrase that is taken for a cue's subject without the network's word for it."""

BESIDE = re.compile(
    rf",?\s*(?:(?:{'|'.join(sorted(LEXICON.cue_helpers))}|\w+ly)\s+)*", re.IGNORECASE
)
"""What may stand between a source and its cue: blanks, a comma, auxiliaries, "repeatedly"."""


class NestedCue(NamedTuple):
    """A verb to be tried as a cue, and the content, in characters, that it stands in.

    `is_passed_on` is true where whoever says the content is named only after it.
    """

    window: Window
    cue: Cue
    content: Span
    is_passed_on: bool

    def only_inside(self, logits: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return pass 2's logits with source and content outside the content made impossible."""
        start, end = self.content
        inside = (self.window.starts >= start) & (self.window.ends <= end) & (self.window.ends > 0)
        inside[0] = True  # the special piece, which stands for no source
        kept = logits.copy()
        kept[~inside, 1:] = NEVER
        return kept


def nested_cues(
    document: Document, read: Sequence[Window], found: Sequence[Attribution]
) -> Iterator[NestedCue]:
    """Return the verbs worth trying; quotations are left whole, for nobody reports inside them."""
    cues = Places(span for attribution in found for span in attribution.cue)
    for attribution in found:
        for start, end in attribution.content:
            for verb in VERBS.finditer(document.text, start, end):
                if document.is_inside_quotation(verb.start()):
                    continue
                if cues.touch(verb.span()) or PASSIVE.search(document.text, start, verb.start()):
                    continue
                said_after = bool(attribution.source) and attribution.source[0][0] >= end
                for window, cue in _in_window(read, verb.span()):
                    yield NestedCue(window, cue, (start, end), said_after)


def _in_window(read: Sequence[Window], verb: Span) -> Iterator[tuple[Window, Cue]]:
    """Find the window whose own pieces the verb is of; its neighbours may share them."""
    after = bisect_right(read, verb[0], key=lambda window: window.starts[1])
    for window in read[max(0, after - NEIGHBOURS) : after]:
        inside = np.flatnonzero((window.starts < verb[1]) & (window.ends > verb[0]))
        if len(inside) and inside[0] in window.own:
            yield window, Cue(int(inside[0]), int(inside[-1]) + 1, 1.0)


def subject_of(document: Document, content: Span, cue: Span) -> Span | None:
    """Return what stands between the beginning of a content and a cue, if that is one plain phrase.

    In "that the ministry had warned …" it is "the ministry".
    """
    tokens = list(document.tokens_in(content[0], cue[0]))
    if tokens and tokens[0].word == "that":
        del tokens[0]
    while tokens and (tokens[-1].word in LEXICON.cue_helpers or tokens[-1].is_adverb):
        del tokens[-1]
    plain = all(
        token.is_word and token.word not in NOT_IN_SUBJECT and not LEXICON.verb(token.word)
        for token in tokens
    )
    if not plain or not 0 < len(tokens) <= LONGEST_SUBJECT:
        return None
    return (tokens[0].start, tokens[-1].end) if _is_phrase(tokens) else None


def without_helpers(document: Document, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return a source without the auxiliaries of its cue at its end: "Ana Ruiz had"."""
    if not source:
        return ()
    tokens = list(document.tokens_in(*source[0]))
    while tokens and tokens[-1].word in LEXICON.auxiliaries:
        del tokens[-1]
    return ((tokens[0].start, tokens[-1].end),) if tokens else ()


def _is_phrase(tokens: Sequence[Token]) -> bool:
    """Tell a name, a noun after a determiner or a plural from words that begin in mid-phrase."""
    if not tokens or tokens[-1].word in LEXICON.determiners:
        return False
    first = tokens[0]
    return (
        first.capital
        or first.word in LEXICON.determiners
        or first.word[0].isdigit()
        or tokens[-1].word.endswith("s")
    )


def is_claim_within(
    document: Document, content: Span, inner: CandidateClaim, parts: Parts, *, is_passed_on: bool
) -> bool:
    """Tell whether a content is little but a report of its own: "the service believes that …".

    "He said he feared …" is one man's claim; "He feared …, according to the report" is his and
    `is_passed_on` by somebody else.
    """
    if not inner.source:
        return False
    (start, end), cue = inner.source[0], inner.cue
    is_subject = parts.source is None
    text = document.text
    said = [(start, end), cue, *inner.content]
    reported = max(e for _, e in said) - min(s for s, _ in said)
    return (
        reported >= MOST * (content[1] - content[0])
        and (is_subject or parts.source_chance >= SURE_OF_SOURCE)
        and parts.content_chance >= SURE_OF_CONTENT
        and _is_beside(text, (start, end), cue)
        and _is_phrase(document.tokens_in(start, end))
        and not any(overlap(span, (min(start, cue[0]), max(end, cue[1]))) for span in inner.content)
        and not NO_CLAUSE.match(text, inner.content[0][0], inner.content[-1][1])
        and not (TOGETHER.search(text, start, end) and ABOUT.match(text, inner.content[0][0]))
        and (is_passed_on or folded(text[start:end]) not in LEXICON.pronouns)
    )


def _is_beside(text: str, source: Span, cue: Span) -> bool:
    """Tell whether a source stands right before its cue, or after it: "said Ruiz"."""
    if source[1] <= cue[0]:
        return bool(BESIDE.fullmatch(text, source[1], cue[0]))
    return source[0] >= cue[1] and text[cue[1] : source[0]].isspace()
