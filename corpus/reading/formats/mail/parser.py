"""E-mails: the best part of the message, and what its header says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from corpus.errors import ReadingError
from corpus.reading.decoding import decode
from corpus.reading.draft import Draft, Hints, first_blocks
from corpus.reading.formats import html, plain
from corpus.reading.formats.html.parser import parse as parse_page
from corpus.reading.markup import markup_blocks, parse_markup
from corpus.reading.mime import charset, content, leaves, parse_message

_NO_TEXT = "This e-mail has no text of its own: save what is attached to it and load that."

_PREFIXES = re.compile(r"(?:(?:re|aw|sv|antw)\s*:\s*)+", re.IGNORECASE)
_FORWARDED = re.compile(r"(?:(?:fwd?|wg|tr|rv|enc|doorst)\s*:\s*)+", re.IGNORECASE)
"""What mail programs put before the subject of an answer, and of what is passed on."""

_MOST_NAMED = 5
"""Attachments that are named in a note."""


def parse(body: bytes, hints: Hints) -> Draft:
    """Read an e-mail; raise ReadingError for one without text."""
    message = parse_message(body)
    parts = [part for part in leaves(message) if not part.is_attachment()]
    draft = _best(parts, hints)
    subject = _PREFIXES.sub("", _header(message, "Subject"))
    is_passed_on = _FORWARDED.match(subject) is not None
    sender = None if is_passed_on else _sender(message)
    is_mailing = any(message[name] for name in ("List-Id", "List-Unsubscribe"))
    return replace(
        draft,
        title=_FORWARDED.sub("", subject) or draft.title,
        author=draft.author or (None if is_mailing else sender),
        publisher=draft.publisher or (sender if is_mailing else None),
        published=draft.published or (None if is_passed_on else _date(message)),
        url=None,
        notes=(*draft.notes, *_not_read(message)),
    )


def _best(parts: list[EmailMessage], hints: Hints) -> Draft:
    """Read the first HTML part as a page, or else as a letter; or else all plain text."""
    pages = [part for part in parts if part.get_content_type() in html.HTML.media_types]
    texts = [part for part in parts if part.get_content_type() in plain.PLAIN.media_types]
    for part in pages[:1]:
        try:
            return parse_page(content(part), replace(hints, charset=charset(part)))
        except ReadingError:  # too short for an article of the web
            root = parse_markup(decode(content(part), charset(part)))
            if root is not None and (blocks := first_blocks(markup_blocks(root))):
                return Draft(blocks)
    text = "\n\n".join(decode(content(part), charset(part)) for part in texts)
    if not text.strip():
        raise ReadingError(_NO_TEXT)
    titled = replace(hints, title=hints.title or "?", charset="utf-8")  # the subject is the title
    return plain.parse(text.encode(), titled)


def _header(message: EmailMessage, name: str) -> str:
    """Return a header's text; "" where it is missing or cannot be understood."""
    try:
        return " ".join(str(message[name] or "").split())
    except (ValueError, IndexError, AttributeError, TypeError):  # the library's on broken headers
        return ""


def _sender(message: EmailMessage) -> str | None:
    """Return the name that the sender gives, if it is more than an address."""
    name = re.sub(r"<[^>]*>", "", _header(message, "From")).strip(" \"'")
    return name if name and "@" not in name else None


def _date(message: EmailMessage) -> date | None:
    try:
        sent: datetime = parsedate_to_datetime(_header(message, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return sent.date()


def _not_read(message: EmailMessage) -> Iterator[str]:
    attached = (part for part in leaves(message) if part.is_attachment())
    names = [part.get_filename() or "one without a name" for part in attached]
    if names:
        named, left = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
        if left > 0:
            yield f"What is attached was not read: {named} and {left} more."
        else:
            yield f"What is attached was not read: {named}."
