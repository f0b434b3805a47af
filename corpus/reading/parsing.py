"""Run a format's parser, where its record says."""

from __future__ import annotations

from importlib import import_module

from corpus.reading.draft import Draft, Hints
from corpus.reading.format import Format
from corpus.reading.worker_pool import parse_apart


def parse(known: Format, body: bytes, hints: Hints) -> Draft:
    """Parse a document of a known format.

    Raise ReadingError where its parser refuses it, or where it takes too much time or memory.
    """
    if known.is_parsed_apart:
        return parse_apart(known.parser, body, hints)
    draft: Draft = import_module(known.parser).parse(body, hints)
    return draft
