"""E-mails saved as files (.eml): RFC 5322 and MIME."""

from __future__ import annotations

from corpus.reading.format import Format
from corpus.reading.mime import HEADERS

MAIL = Format(
    label=".eml",
    endings=(".eml",),
    media_types=("message/rfc822",),
    parser="corpus.reading.formats.mail.parser",
    markup=HEADERS,
)
