"""The lines of an archive, gzip over lines of text, and what may stand in them.

The first line names the format and holds the server's settings. Then comes a line for each article,
all in JSON, followed by a line of its original in base64 where it has one. Claims are left out:
they are found again in the text, so that no file can put words into anybody's mouth.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from datetime import date
from typing import Any, TypeVar

from corpus.article import Article, Paragraph
from corpus.errors import CorpusError
from corpus.reading.limits import MAX_CAPTIONS, MAX_CHARACTERS, MAX_PARAGRAPHS
from corpus.reading.original import Original

T = TypeVar("T")

FORMAT = "sources-say library"
VERSION = 1

DAMAGED = "The file is not an exported library, or is damaged: export it again."
NEWER = "The file was exported by a newer version of this program: update the program."
TOO_LONG = "The file holds an article longer than this program reads."


def header_line(settings: dict[str, Any]) -> bytes:
    """Write the first line."""
    return _line({"format": FORMAT, "version": VERSION, "settings": settings})


def article_lines(article: Article, original: Original | None) -> list[bytes]:
    """Write an article's line, and that of its original, if it has one."""
    line = _line(
        {
            "id": article.id,
            "title": article.title,
            "url": article.url,
            "author": article.author,
            "publisher": article.publisher,
            "published": article.published and article.published.isoformat(),
            "language": article.language,
            "captions": article.captions,
            "paragraphs": [
                {"text": p.text, "heading": p.heading, "continues_quote": p.continues_quote}
                for p in article.paragraphs
            ],
            "original": original and {"name": original.name, "media_type": original.media_type},
        }
    )
    return [line, b64encode(original.body) + b"\n"] if original else [line]


def settings_in(line: bytes) -> dict[str, Any]:
    """Read the settings in the first line; raises CorpusError for a file of another kind."""
    header = _fields(line)
    if header.get("format") != FORMAT:
        raise CorpusError(DAMAGED)
    if header.get("version") != VERSION:
        raise CorpusError(NEWER)
    return _is(dict, header.get("settings"))


def article_in(line: bytes) -> tuple[Article, Original | None]:
    """Read an article's line, and its original, if it has one, still without a body.

    Every value's type is checked, and its length where work depends on it. A link to anything but
    the web is left out. Raises CorpusError for what is not an article.
    """
    fields = _fields(line)
    captions = _is(list, fields.get("captions"))
    paragraphs = _is(list, fields.get("paragraphs"))
    article = Article(
        id=_is(str, fields.get("id")),
        title=_is(str, fields.get("title")),
        paragraphs=tuple(_paragraph(n, value) for n, value in enumerate(paragraphs, start=1)),
        url=_web_link(_text_or_none(fields.get("url"))),
        author=_text_or_none(fields.get("author")),
        publisher=_text_or_none(fields.get("publisher")),
        published=_date_or_none(_text_or_none(fields.get("published"))),
        language=_text_or_none(fields.get("language")),
        captions=tuple(_is(str, caption) for caption in captions),
    )
    characters = sum(len(paragraph.text) for paragraph in article.paragraphs)
    if (
        characters > MAX_CHARACTERS
        or len(paragraphs) > MAX_PARAGRAPHS
        or len(captions) > MAX_CAPTIONS
    ):
        raise CorpusError(TOO_LONG)
    return article, _original(fields.get("original"))


def body_in(line: bytes) -> bytes:
    """Read an original's line."""
    try:
        return b64decode(line.rstrip(b"\n"), validate=True)
    except ValueError as error:
        raise CorpusError(DAMAGED) from error


def _line(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _fields(line: bytes) -> dict[str, Any]:
    try:
        return _is(dict, json.loads(line))
    except (ValueError, RecursionError) as error:
        raise CorpusError(DAMAGED) from error


def _paragraph(number: int, value: object) -> Paragraph:
    fields = _is(dict, value)
    return Paragraph(
        number=number,
        text=_is(str, fields.get("text")),
        heading=_text_or_none(fields.get("heading")),
        continues_quote=_is(bool, fields.get("continues_quote")),
    )


def _original(value: object) -> Original | None:
    if value is None:
        return None
    fields = _is(dict, value)
    return Original(_is(str, fields.get("name")), _is(str, fields.get("media_type")), b"")


def _web_link(url: str | None) -> str | None:
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _date_or_none(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise CorpusError(DAMAGED) from error


def _text_or_none(value: object) -> str | None:
    return None if value is None else _is(str, value)


def _is(kind: type[T], value: object) -> T:
    if not isinstance(value, kind):
        raise CorpusError(DAMAGED)
    return value
