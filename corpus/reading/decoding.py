"""Bytes to text: which encoding they are in."""

from __future__ import annotations

import codecs
import re

from corpus.errors import ReadingError
from corpus.reading.visible import without_invisible

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_TEXT_CODEC = re.compile(
    r"utf-(8|16|32)(-[bl]e)?|ascii|iso8859-\d+|cp\d+|koi8-[rtu]|mac-\w+|tis-620|"
    r"gb\d+|gbk|hz|big5\w*|euc_\w+|shift_jis\w*|iso2022_\w+|johab"
)
"""Codecs that documents use. Others that Python has (idna, punycode) can be slow or run tricks."""

_READ_AS_WINDOWS_1252 = frozenset({"ascii", "iso8859-1"})
"""What pages declare and do not mean: the WHATWG Encoding Standard reads both so."""

_SAMPLE_BYTES = 65_536
"""How much is looked at when an encoding must be guessed."""

_LATIN_SHARE = 0.05
"""The share of bytes beyond ASCII up to which text is in Latin letters with a few accents or
typographic quotation marks. A guess from so few bytes would be wrong; Windows-1252 rarely is."""


def decode(body: bytes, charset: str | None) -> str:
    """Decode text without its invisible characters, trusting a byte order mark, then UTF-8.

    The declared `charset` comes next, since pages that are UTF-8 often declare another; what is
    left is guessed. Raise ReadingError where no encoding fits.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return without_invisible(body.decode(encoding, "replace"))
    declared = known_charset(charset)
    stateful = b"\x00" in body or b"\x1b" in body  # UTF-16 and ISO 2022 are also valid UTF-8
    candidates = (declared, "utf-8") if stateful else ("utf-8", declared)
    for candidate in candidates:
        if candidate and (text := _decoded(body, candidate)) is not None:
            return without_invisible(text)
    return without_invisible(body.decode(_guess(body), "replace"))


def known_charset(charset: str | None) -> str | None:
    """Return the codec's name for a declared charset, or None for one that is not for text."""
    if not charset or "\x00" in charset:
        return None
    try:
        name = codecs.lookup(charset.strip()).name
    except (LookupError, ValueError):
        return None
    if name in _READ_AS_WINDOWS_1252:
        return "cp1252"
    return name if _TEXT_CODEC.fullmatch(name) else None


def _decoded(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except UnicodeError:
        return None


def _guess(body: bytes) -> str:
    sample = body[:_SAMPLE_BYTES]
    if sum(byte >= 0x80 for byte in sample) <= _LATIN_SHARE * len(sample):  # noqa: PLR2004
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed

    best = from_bytes(sample).best()
    if best is None:
        raise ReadingError("The text's encoding is not recognised; save it as UTF-8 and try again.")
    return best.encoding
