"""The learned claim finder at run time: a small encoder, run by onnxruntime, no PyTorch.

Pass 1 reads each paragraph and tags its cues. Pass 2 reads the paragraph once more for each cue,
the cue marked by its segment number, and tags that cue's source and content. The model only labels
words that are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.learned.confidence import CandidateClaim, Judge, features, is_speech
from corpus.claims.learned.cues import Cue, find_cues
from corpus.claims.learned.doubles import without_doubles
from corpus.claims.learned.nested import (
    SURE_IF_BESIDE,
    is_claim_within,
    nested_cues,
    subject_of,
    without_helpers,
)
from corpus.claims.learned.parts import Parts, find_parts
from corpus.claims.learned.spans import OPENING, characters, content_spans, hyphenated
from corpus.claims.learned.windows import Window, windows
from corpus.encoder import MODEL, Network, load_tokenizer
from corpus.languages.english.document import Document


class LearnedFinder:
    """A `Finder` that loads its model on first use. One may serve several threads at once."""

    def __init__(self, folder: Path = MODEL, *, threads: int = 1) -> None:
        self.folder = folder
        self.network = Network("finder", folder, threads=threads)

    @cached_property
    def judge(self) -> Judge:
        """What tells claims from mere candidates."""
        return Judge.load(self.folder / "finder.json")

    def find(self, document: Document) -> list[Attribution]:
        """Find the attributions in each paragraph, in order of their first words."""
        text, read = document.text, self._windows(document)
        judged = ((each, self.judge.confidence(each)) for each in self._candidates(text, read))
        found = without_doubles(
            Attribution(each.source, (each.cue,), each.content, confidence=sure)
            for each, sure in judged
            if self.judge.accepts(each, sure)
        )
        found += self._within(document, read, found)
        apart = (within_paragraphs(document, attribution) for attribution in found)
        return sorted(filter(None, apart), key=lambda a: min(a.source + a.cue + a.content))

    def candidates(self, document: Document) -> list[CandidateClaim]:
        """Find whatever may be an attribution, for the judge to choose from."""
        return list(self._candidates(document.text, self._windows(document)))

    def _windows(self, document: Document) -> list[Window]:
        return windows(load_tokenizer(self.folder), document.text, stretches(document))

    def _candidates(self, text: str, read: Sequence[Window]) -> Iterator[CandidateClaim]:
        for window in read:
            (tags,) = self._run(window, [None])
            cues = find_cues(tags[:, :3], window.own)
            for cue, logits in zip(cues, self._run(window, cues), strict=True):
                parts = find_parts(logits[:, 3:], (cue.first, cue.after))
                if parts.content:
                    yield candidate(text, window, cue, parts)

    def _within(
        self, document: Document, read: Sequence[Window], found: Sequence[Attribution]
    ) -> Iterator[Attribution]:
        """Find claims within claims: "the minister said that the service believes …"."""
        text = document.text
        for nested in nested_cues(document, read, found):
            (logits,) = self._run(nested.window, [nested.cue])
            parts = find_parts(nested.only_inside(logits[:, 3:]), nested.cue[:2])
            if not parts.content:
                continue
            inner = candidate(text, nested.window, nested.cue, parts)
            if not inner.source and (subject := subject_of(document, nested.content, inner.cue)):
                inner = inner._replace(source=(subject,))
            inner = inner._replace(source=without_helpers(document, inner.source))
            if is_claim_within(
                document, nested.content, inner, parts, is_passed_on=nested.is_passed_on
            ):
                sure = max(parts.source_chance, SURE_IF_BESIDE)
                yield Attribution(inner.source, (inner.cue,), inner.content, confidence=sure)

    def _run(self, window: Window, cues: Sequence[Cue | None]) -> Sequence[NDArray[np.float32]]:
        """Read a window once for each cue, or without any."""
        if not cues:
            return ()
        segments = np.zeros((len(cues), len(window)), np.int64)
        for row, cue in zip(segments, cues, strict=True):
            if cue:
                row[cue.first : cue.after] = 1
        return list(self.network(window.ids, segments))


def stretches(document: Document) -> list[Span]:
    """List what is read at once: each paragraph, and one that announces a quotation with that.

    “The mayor said:” says nothing without the quotation that is the next paragraph.
    """
    quoted = {quotation.start for quotation in document.quotations}
    read: list[Span] = []
    for start, end in document.paragraphs:
        if read and start in quoted and document.text[read[-1][1] - 1] == ":":
            read[-1] = (read[-1][0], end)
        else:
            read.append((start, end))
    return read


def within_paragraphs(document: Document, attribution: Attribution) -> Attribution | None:
    """Divide a content that runs over a paragraph's end; None where a source or a cue does."""
    source, cue, content = (
        [piece for span in spans for piece in document.apart(span)]
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    if len(source) > len(attribution.source) or len(cue) > len(attribution.cue):
        return None
    return replace(attribution, content=tuple(content))


def candidate(text: str, window: Window, cue: Cue, parts: Parts) -> CandidateClaim:
    """Turn a cue's parts into characters of `text`."""
    bounds = (int(window.starts[1]), int(window.ends[-2]))
    place = hyphenated(text, characters(window, (cue.first, cue.after), text))
    saying = is_speech(text[slice(*place)])
    pieces = (characters(window, span, text) for span in parts.content)
    content = content_spans(text, pieces, bounds)
    letters = sum(end - start for start, end in content)
    return CandidateClaim(
        source=(characters(window, parts.source, text),) if parts.source else (),
        cue=place,
        content=content,
        saying=saying,
        quoted=bool(content) and text[content[0][0]] in OPENING,
        features=features(cue, parts, saying=saying, letters=letters),
    )
