"""Writing a server's library into a file."""

from __future__ import annotations

import asyncio
import gzip
from pathlib import Path

from corpus.errors import CorpusError
from corpus.library.archive.lines import article_lines, header_line
from corpus.library.store import Store

COMPRESSION = 6
"""Zlib's own default: the highest level takes some times longer for a few hundredths less."""


async def export_library(store: Store, server: int, file: Path) -> int:
    """Write a server's articles, originals and settings to a file; gives the articles' number.

    Its feeds are left out: whoever reads the file would follow them without having chosen to.

    The file, usually named .jsonl.gz, appears when it is complete, and replaces one of that name only
    then. Articles that are removed meanwhile may be left out. Raises CorpusError where the file
    cannot be written.
    """
    part = file.with_name(f".{file.name}.part")
    try:
        with await asyncio.to_thread(gzip.open, part, "wb", COMPRESSION) as lines:
            number = await _write(store, server, lines)
        await asyncio.to_thread(part.replace, file)
    except OSError as error:
        raise CorpusError(
            f"{file} cannot be written ({error.strerror}): choose another place."
        ) from error
    finally:
        await asyncio.to_thread(part.unlink, missing_ok=True)
    return number


async def _write(store: Store, server: int, lines: gzip.GzipFile) -> int:
    lines.write(header_line(await store.settings(server)))
    number = 0
    for entry in await store.entries(server):
        if stored := await store.with_original(server, entry.id):
            await asyncio.to_thread(lines.writelines, article_lines(*stored))
            number += 1
    return number
