"""Reading a server's library from a file that anybody may have made."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus.article import Article
from corpus.claims import Claim, find_claims
from corpus.errors import CorpusError
from corpus.library import Library
from corpus.library.archive.lines import DAMAGED, article_in, body_in, settings_in
from corpus.library.store import refuse_unstorable
from corpus.library.work_ahead import work_ahead
from corpus.reading.limits import MAX_BYTES
from corpus.reading.original import Original

MAX_LINE = 8 * 2**20
"""Bytes of an article's line. The longest article takes up to six; and a line of nothing but
brackets takes some twenty times its length in memory."""

MAX_ORIGINAL_LINE = MAX_BYTES * 4 // 3 + 8
"""Bytes of an original's line: base64 makes four of three, and pads."""

MAX_RATIO = 100
"""How many times its packed size a file may be. Libraries of text come to four, gzip to 1,000."""

SMALL = 2**20
"""Bytes that a file may unpack to whatever its packed size: short texts may repeat themselves."""

TOO_LARGE = "The file unpacks to more than a library holds, so it was not read."


@dataclass(frozen=True, slots=True)
class Imported:
    """How many articles an import added, updated, and found to be there already."""

    added: int
    updated: int
    unchanged: int


async def import_library(
    library: Library,
    server: int,
    file: Path,
    *,
    loaded_by: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    at_once: int = 1,
) -> Imported:
    """Load a file that `export_library` wrote into a server's library.

    The whole file is checked before anything is stored; raises CorpusError where it is damaged or
    not such a file. Then the articles are stored one after another, so an import that is cut off
    leaves some of them, each whole, and doing it again completes it without doubles. An article is
    an update only of one with the same id or page. The settings are taken where the server has
    none. `progress` is called with the articles done and their number. Claims are found in
    `at_once` articles at a time: each takes a core.
    """
    settings, number = await asyncio.to_thread(_check, file)
    if settings and not await library.store.settings(server):
        await library.store.change_settings(server, settings)
    counts: Counter[str] = Counter()
    found = work_ahead(_records_ahead(file), _with_claims, at_once)
    async for article, original, claims in found:
        saved = await library.add(
            server,
            article,
            original=original,
            loaded_by=loaded_by,
            near_equal=False,
            claims=claims,
        )
        counts[saved.outcome] += 1
        if progress:
            progress(counts.total(), number)
    return Imported(counts["added"], counts["updated"], counts["unchanged"])


async def _records_ahead(file: Path) -> AsyncIterator[tuple[Article, Original | None]]:
    records = _records(file)
    while record := await asyncio.to_thread(next, records, None):
        yield record


async def _with_claims(
    record: tuple[Article, Original | None],
) -> tuple[Article, Original | None, list[Claim]]:
    article, original = record
    return article, original, await asyncio.to_thread(find_claims, article.text)


def _check(file: Path) -> tuple[dict[str, Any], int]:
    """Read a whole file without keeping it; gives its settings and the articles' number."""
    with _opened(file) as lines:
        settings = settings_in(lines.next(MAX_LINE))
    number = 0
    for article, original in _records(file):
        refuse_unstorable(article, original)
        number += 1
    return settings, number


def _records(file: Path) -> Iterator[tuple[Article, Original | None]]:
    with _opened(file) as lines:
        settings_in(lines.next(MAX_LINE))
        while line := lines.next(MAX_LINE):
            article, original = article_in(line)
            if original:
                original = replace(original, body=body_in(lines.next(MAX_ORIGINAL_LINE)))
            yield article, original


class _Lines:
    """The lines of an unpacked stream, of which no more than `left` bytes are ever read."""

    def __init__(self, stream: gzip.GzipFile, left: int) -> None:
        self._stream = stream
        self._left = left

    def next(self, longest: int) -> bytes:
        """Return the next line with its end, or nothing at the end of the file."""
        line = self._stream.readline(min(longest, self._left) + 1)
        self._left -= len(line)
        if self._left < 0 or len(line) > longest:
            raise CorpusError(TOO_LARGE)
        return line


@contextmanager
def _opened(file: Path) -> Iterator[_Lines]:
    try:
        packed = file.stat().st_size
        with gzip.open(file) as stream:
            yield _Lines(stream, max(packed * MAX_RATIO, SMALL))
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise CorpusError(DAMAGED) from error
    except OSError as error:
        raise CorpusError(f"{file} cannot be read ({error.strerror}).") from error
