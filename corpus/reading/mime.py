"""Messages in MIME (RFC 2045 to 2049): e-mails, and web pages saved with all their files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from itertools import islice

from corpus.errors import ReadingError

_HEADERS = (
    "return-path received delivered-to envelope-to from to cc bcc subject date reply-to sender"
    " message-id mime-version content-\\S+ x-\\S+ arc-\\S+ dkim-\\S+ authentication-results"
    " received-spf list-\\S+ references in-reply-to importance thread-\\S+ user-agent"
    " snapshot-content-location"
)
HEADERS = re.compile(
    rb"(?:From \S[^\n]*\n)?(?:(?:"
    + _HEADERS.replace(" ", "|").encode()
    + rb")[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2}",
    re.IGNORECASE,
)
"""How a message begins: two or more lines of its header, perhaps below a mailbox's own line."""

MAX_PARTS = 1_000
"""Parts of a message: a saved page has one for each of its pictures."""

_TOO_MANY = "This message has too many parts to be read: paste the text instead."


def parse_message(body: bytes) -> EmailMessage:
    """Parse a message; raise ReadingError where it has more parts than any real one."""
    message = message_from_bytes(body.lstrip(b"\r\n\t "), policy=default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - the default policy makes no other
    if len(list(islice(message.walk(), MAX_PARTS + 1))) > MAX_PARTS:
        raise ReadingError(_TOO_MANY)
    return message


def content(part: EmailMessage) -> bytes:
    """Return what a part holds, its transfer encoding undone."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def charset(part: EmailMessage) -> str | None:
    """Return the charset that a part declares."""
    return part.get_content_charset()


def leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that hold content, those inside other parts and messages too."""
    for part in message.walk():
        if not part.is_multipart() and isinstance(part, EmailMessage):
            yield part
