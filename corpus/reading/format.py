"""What is known about one format of documents: how it is recognised, called, bounded and parsed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.reading.limits import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents that can be read; `formats` holds one record for each.

    `detection` recognises a document by its magic mark, or else its name (its file's ending, then
    its media type), or else its `markup`, or else its `opening`. Both patterns are matched from
    the first byte.
    """

    label: str
    """What one such document is called, without an article: refusals say "no PDF", "any PDF".

    Short, since all of them stand in one line of a form; the commonest ending where that is known.
    """

    endings: tuple[str, ...]
    """What its files' names end in: lower case, with the full stop."""

    media_types: tuple[str, ...]
    """Its media types (RFC 6838), lower case and without "x-"; the first one is stored."""

    parser: str
    """The module with a function `parse(body: bytes, hints: Hints) -> Draft`.

    It is a name, because only the process that parses should load the libraries behind it. A
    parser that needs none may stand in the record's own file: `parser=__name__`.
    """

    has_magic_mark: Callable[[bytes], bool] = lambda _: False
    """Whether a document's bytes show the format, whatever the document is called."""

    markup: re.Pattern[bytes] | None = None
    """Matches the first 2 KB of a text of this format; asked where its name tells no format."""

    opening: re.Pattern[bytes] | None = None
    """Matches how a text of this format often begins; asked last, and of no data file (.csv)."""

    trusts_name: bool = True
    """Whether an ending or a media type is enough to take a text for this format."""

    holds_article: bool = True
    """Whether such a document can be an article; a news feed only offers some."""

    max_bytes: int = MAX_BYTES
    """The size in bytes up to which a document of this format is read."""

    is_parsed_apart: bool = True
    """Whether it is parsed in a process of its own, which a hostile document cannot harm.

    False only for a parser whose time and memory grow no faster than the document.
    """
