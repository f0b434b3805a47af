"""Load an article from an address, a file, bytes or pasted text."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import unquote, urlsplit

from corpus.article import Article
from corpus.errors import ReadingError
from corpus.reading.addresses import is_public
from corpus.reading.assembling import assemble
from corpus.reading.detection import detect
from corpus.reading.draft import Hints
from corpus.reading.limits import MAX_BYTES
from corpus.reading.offered import FeedOfferedError
from corpus.reading.original import Original
from corpus.reading.parsing import parse
from corpus.reading.visible import one_line

PASTED = "pasted text"
"""The name of an original that came without a file."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S*", re.IGNORECASE)
_BARE_ADDRESS = re.compile(
    r"(?:www\.\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|news|info|co\.uk)/\S*)"
)
_FILE_NAME = re.compile(r"\S+|.{0,250}\.[A-Za-z0-9]{1,8}|(?:[~.]{0,2}/|[A-Za-z]:\\).{0,250}")
"""One word, a name with an ending, or a path: such a line is a file's name, not an article."""

_LONGEST_NAME = 1000
"""Characters: no file system takes a longer path by default; anything longer is text."""


@dataclass(frozen=True, slots=True)
class LoadedArticle:
    """An article, what it was read from, and what its moderator should be told: full sentences."""

    article: Article
    original: Original
    warnings: tuple[str, ...] = ()


def read(path_url_or_text: str | Path) -> Article:
    """Read an article from a file, a web address or its text, whichever it is given.

    Raise ReadingError where it cannot be read, a missing file among the reasons. It blocks: async
    code awaits `load_url` instead, or calls it in a thread.
    """
    if isinstance(path_url_or_text, Path):
        return load_file(path_url_or_text).article
    given = path_url_or_text.strip()
    is_text = "\n" in given or len(given) > _LONGEST_NAME or not _FILE_NAME.fullmatch(given)
    if is_text and not (_ADDRESS.fullmatch(given) or _path_of(given)):
        return load_text(given).article
    return _run(load_file_or_url(given)).article


async def load_file_or_url(name: str) -> LoadedArticle:
    """Load what a person named: a web address or a file, "~" being their own folder.

    Raise ReadingError where that fails.
    """
    if _ADDRESS.fullmatch(name):
        return await load_url(name)
    if path := _path_of(name):
        return await asyncio.to_thread(load_file, path)
    if _BARE_ADDRESS.fullmatch(name):
        raise ReadingError(f"Put https:// before {name} to load it from the web.")
    raise ReadingError(f"There is no file {name!r}: check its name and its folder.")


async def load_url(
    url: str, *, is_allowed: Callable[[IPv4Address | IPv6Address], bool] = is_public
) -> LoadedArticle:
    """Fetch a web address and read what it shows; see `fetch` for what addresses are allowed.

    Raise ReadingError where that fails.
    """
    from corpus.reading.fetching import fetch  # noqa: PLC0415 - aiohttp is slow to import

    page = await fetch(url, is_allowed=is_allowed)
    return await asyncio.to_thread(
        load_bytes,
        page.body,
        name=unquote(PurePath(urlsplit(page.url).path).name) or urlsplit(page.url).hostname,
        media_type=page.media_type,
        charset=page.charset,
        url=page.url,
    )


def load_file(path: str | Path) -> LoadedArticle:
    """Read a file. Raise ReadingError where it is missing, too large, or no article."""
    path = Path(path)
    try:
        if path.is_dir():
            raise ReadingError(f"{path.name} is a folder: name a file in it.")
        if not path.is_file():
            raise ReadingError(f"There is no file {str(path)!r}: check its name and its folder.")
        with path.open("rb") as file:
            body = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = "you may not read it" if isinstance(error, PermissionError) else "it fails"
        raise ReadingError(f"The file {path.name!r} cannot be opened: {reason}.") from error
    return load_bytes(body, name=path.name)


def load_text(text: str, *, title: str | None = None, url: str | None = None) -> LoadedArticle:
    """Read pasted text: plain, or Markdown or HTML where it begins so."""
    return load_bytes(
        text.encode("utf-8", "replace"), name=PASTED, charset="utf-8", title=title, url=url
    )


def load_bytes(
    body: bytes,
    *,
    name: str | None = None,
    media_type: str | None = None,
    charset: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> LoadedArticle:
    """Read a document of any format; its name and its declared type are only hints.

    Blocks for as long as parsing takes, at most `limits.PARSE_SECONDS` of CPU time and a start-up.
    Raise ReadingError where it is too large, in no format that is read, or holds no article, and
    FeedOfferedError, one of its kind, where it is a news feed.
    """
    _check_size(body, MAX_BYTES)
    known = detect(body, name=name, media_type=media_type, charset=charset)
    _check_size(body, known.max_bytes)
    hints = Hints(title=title, url=url, charset=charset)
    draft = parse(known, body, hints)
    if draft.offers:
        raise FeedOfferedError(draft)
    article, warnings = assemble(draft, hints)
    kept_name = one_line(name or "") or PASTED  # a file's name may hold bytes that are no text
    return LoadedArticle(article, Original(kept_name, known.media_types[0], body), warnings)


def _check_size(body: bytes, most: int) -> None:
    if len(body) > most:
        raise ReadingError(
            f"It is larger than {most // 1024**2} MB: hand over a smaller file, or paste the text."
        )


def _path_of(name: str) -> Path | None:
    """Return the path of the file or folder that a person named, or None where there is none."""
    try:
        path = Path(name).expanduser()
        return path if name and path.exists() else None
    except (OSError, ValueError, RuntimeError):  # too long, a NUL character, no such user
        return None


def _run(work: Coroutine[Any, Any, LoadedArticle]) -> LoadedArticle:
    """Run async work to its end, in a thread of its own where a loop already runs in this one."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(asyncio.run, work).result()
