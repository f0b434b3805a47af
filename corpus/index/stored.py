"""The stored form of an index: a NumPy archive of plain arrays, which runs no code when read."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from corpus.index.segment import Segment
from corpus.index.segments import Segments
from corpus.index.vocabulary import Vocabulary


def pack(sizes: dict[str, int], lengths: NDArray[np.int32], segments: Segments) -> bytes:
    """Write the articles' sizes, the documents' lengths and the postings."""
    arrays: dict[str, NDArray[np.generic]] = {
        "articles": _text(list(sizes.items())),
        "vocabulary": _text(segments.vocabulary.terms),
        "known": segments.vocabulary.known,
        "lengths": lengths,
        "segments": np.array([(s.first, s.size) for s in segments.segments], np.int64),
    }
    for number, segment in enumerate(segments.segments):
        for name in _ARRAYS:
            arrays[f"{number}.{name}"] = getattr(segment, name)
    stored = BytesIO()
    np.savez(stored, allow_pickle=False, **arrays)
    return stored.getvalue()


def unpack(stored: bytes) -> tuple[dict[str, int], NDArray[np.int32], Segments]:
    """Read what `pack` wrote. Raises ValueError where `stored` is anything else."""
    try:
        with np.load(BytesIO(stored), allow_pickle=False) as arrays:
            segments = [
                Segment(int(first), int(size), *(arrays[f"{number}.{name}"] for name in _ARRAYS))
                for number, (first, size) in enumerate(arrays["segments"])
            ]
            vocabulary = Vocabulary(json.loads(arrays["vocabulary"].tobytes()), arrays["known"])
            sizes = dict(json.loads(arrays["articles"].tobytes()))
            return sizes, arrays["lengths"], Segments(vocabulary, segments)
    except (BadZipFile, EOFError, KeyError, OSError, TypeError, ValueError) as problem:
        raise ValueError("this is no stored index") from problem


_ARRAYS = ("term_ids", "starts", "documents", "counts")


def _text(value: object) -> NDArray[np.uint8]:
    return np.frombuffer(json.dumps(value).encode(), np.uint8)
