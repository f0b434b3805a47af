"""Choose the parser of a kind, and where it runs."""

from __future__ import annotations

from corpus.reading.draft import Draft, Hints
from corpus.reading.formats import plain
from corpus.reading.kinds import Kind
from corpus.reading.workers import parse_apart


def parse(kind: Kind, body: bytes, hints: Hints) -> Draft:
    """Parse a document, in a process apart where its format can exhaust time or memory.

    Only plain text is read here: it alone takes time in proportion to its length. Markdown is not
    harmless: a million opening brackets take any CommonMark parser hours.
    """
    if kind is Kind.PLAIN:
        return plain.parse(body, hints)
    return parse_apart(f"corpus.reading.formats.{kind}", body, hints)
