"""The learned claim finder at run time: a small encoder, run by onnxruntime, no PyTorch.

Pass 1 reads each paragraph and tags its cues. Pass 2 reads the paragraph once more for each cue,
the cue marked by its segment number, and tags that cue's source and content. The model only labels
words that are there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.learned.confidence import SAYING, Candidate, Judge, features
from corpus.claims.learned.cues import Cue, find_cues
from corpus.claims.learned.nested import is_claim_within, nested_cues
from corpus.claims.learned.parts import Parts, find_parts
from corpus.claims.learned.spans import OPENING, characters, content_spans
from corpus.claims.learned.windows import Window, windows

MODEL = Path(__file__).parent / "model"
BATCH_PIECES = 1024
"""Word pieces in one run of the network, padding included: more would only cost memory."""

Network = Callable[[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]], NDArray[np.float32]]
"""From piece numbers, segment numbers and attention, all (rows, pieces), to (rows, pieces, 9)."""


class LearnedFinder:
    """A `Finder` that loads its model on first use. One may serve several threads at once."""

    def __init__(self, folder: Path = MODEL, *, threads: int = 1) -> None:
        self.folder = folder
        self.threads = threads

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The model's tokenizer, with neither truncation nor padding."""
        tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def judge(self) -> Judge:
        """What tells claims from mere candidates."""
        return Judge.load(self.folder / "finder.json")

    @cached_property
    def network(self) -> Network:
        """The model, ready to run."""
        import onnxruntime  # noqa: PLC0415 - slow to load, and needed only here

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.enable_cpu_mem_arena = False
        session = onnxruntime.InferenceSession(
            self.folder / "finder.onnx", options, providers=["CPUExecutionProvider"]
        )

        def run(
            ids: NDArray[np.int64], segments: NDArray[np.int64], attended: NDArray[np.int64]
        ) -> NDArray[np.float32]:
            given = {"ids": ids, "segments": segments, "attended": attended}
            (logits,) = session.run(["logits"], given)
            return np.asarray(logits)

        return run

    def find(self, text: str, paragraphs: Sequence[Span]) -> list[Attribution]:
        """Give the attributions of each paragraph, in order of their first words."""
        read = windows(self.tokenizer, text, paragraphs)
        found = []
        for candidate in self._candidates(text, read):
            sure = self.judge.confidence(candidate)
            if self.judge.accepts(candidate, sure):
                cue = (candidate.cue,)
                found.append(Attribution(candidate.source, cue, candidate.content, confidence=sure))
        found += self._within(text, read, found)
        return sorted(found, key=lambda a: min(a.source + a.cue + a.content))

    def candidates(self, text: str, paragraphs: Sequence[Span]) -> list[Candidate]:
        """Give whatever may be an attribution, for the judge to choose from."""
        return self._candidates(text, windows(self.tokenizer, text, paragraphs))

    def _candidates(self, text: str, read: Sequence[Window]) -> list[Candidate]:
        tagged = self._run(read, [None] * len(read))
        cues = [
            (window, cue)
            for window, logits in zip(read, tagged, strict=True)
            for cue in find_cues(logits[:, :3], window.own)
        ]
        parted = (
            (window, cue, find_parts(logits[:, 3:], (cue.first, cue.after)))
            for (window, cue), logits in zip(cues, self._marked(cues), strict=True)
        )
        return [candidate(text, *found) for found in parted if found[2].content]

    def _within(
        self, text: str, read: Sequence[Window], found: Sequence[Attribution]
    ) -> Iterator[Attribution]:
        """Find claims within claims: "the minister said that the service believes …"."""
        tried = list(nested_cues(text, read, found))
        logits = self._marked([(nested.window, nested.cue) for nested in tried])
        for nested, row in zip(tried, logits, strict=True):
            parts = find_parts(nested.only_inside(row[:, 3:]), nested.cue[:2])
            if not (parts.content and parts.source):
                continue
            inner = candidate(text, nested.window, nested.cue, parts)
            if is_claim_within(text, nested.content, inner, parts):
                yield Attribution(
                    inner.source, (inner.cue,), inner.content, confidence=parts.source_chance
                )

    def _marked(self, cues: Sequence[tuple[Window, Cue]]) -> list[NDArray[np.float32]]:
        return self._run([window for window, _ in cues], [cue for _, cue in cues])

    def _run(self, read: Sequence[Window], cues: Sequence[Cue | None]) -> list[NDArray[np.float32]]:
        """Run the network over windows, those of like length together; same order as given."""
        logits: list[NDArray[np.float32]] = [np.empty(0, dtype=np.float32)] * len(read)
        for batch in batches([len(window) for window in read]):
            shape = (len(batch), max(len(read[at]) for at in batch))
            ids, segments, attended = (np.zeros(shape, dtype=np.int64) for _ in range(3))
            for row, at in enumerate(batch):
                ids[row, : len(read[at])] = read[at].ids
                attended[row, : len(read[at])] = 1
                if cue := cues[at]:
                    segments[row, cue.first : cue.after] = 1
            for at, row_logits in zip(batch, self.network(ids, segments, attended), strict=True):
                logits[at] = row_logits[: len(read[at])]
        return logits


def batches(lengths: Sequence[int]) -> list[list[int]]:
    """Put the numbers of items of like length together, BATCH_PIECES with padding at most."""
    made: list[list[int]] = []
    for at in sorted(range(len(lengths)), key=lengths.__getitem__):
        if not made or (len(made[-1]) + 1) * lengths[at] > BATCH_PIECES:
            made.append([])
        made[-1].append(at)
    return made


def candidate(text: str, window: Window, cue: Cue, parts: Parts) -> Candidate:
    """Turn a cue's parts into characters of `text`."""
    bounds = (int(window.starts[1]), int(window.ends[-2]))
    place = characters(window, (cue.first, cue.after), text)
    saying = not SAYING.isdisjoint(text[slice(*place)].lower().split())
    pieces = (characters(window, span, text) for span in parts.content)
    content = content_spans(text, pieces, bounds)
    letters = sum(end - start for start, end in content)
    return Candidate(
        source=(characters(window, parts.source, text),) if parts.source else (),
        cue=place,
        content=content,
        saying=saying,
        quoted=bool(content) and text[content[0][0]] in OPENING,
        features=features(cue, parts, saying=saying, letters=letters),
    )
