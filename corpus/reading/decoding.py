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

_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")
"""The sign that Japanese follows (RFC 1468): no other encoding that is still used has it."""

_WIDE_SHARE = 0.4
"""The share of NUL bytes at even or at odd places from which text is UTF-16: in Latin letters it is
nearly all of them, since one byte of each letter is NUL."""

_MOSTLY = 10
"""How many times as many whole sequences as broken ones show that a text is UTF-8."""

_SAMPLE_BYTES = 65_536
"""How much is looked at when an encoding must be guessed."""

_LATIN_SHARE = 0.05
"""The share of bytes beyond ASCII up to which text is in Latin letters with a few accents or
typographic quotation marks. A guess from so few bytes would be wrong; Windows-1252 rarely is."""

_LATIN_CODE_PAGES = ("cp1252", "mac_roman", "cp850")
"""Windows', the old Mac's and DOS's, the likeliest first: of equals the first is taken."""

_BEYOND_ASCII = re.compile(r"(?=(^|.)([^\x00-\x7f])(.|$))", re.DOTALL)
"""Each sign beyond ASCII with its neighbours."""

_QUOTATION_MARKS = "“”‘’«»„‚‹›"  # noqa: RUF001 - the marks themselves
_DASHES = "–—…"


def decode(body: bytes, charset: str | None) -> str:
    """Decode text without its invisible characters, trusting a byte order mark, then UTF-8.

    The declared `charset` comes next, since pages that are UTF-8 often declare another; what is
    left is guessed. Raise ReadingError where no encoding fits.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return without_invisible(body.decode(encoding, "replace"))
    declared = known_charset(charset)
    candidates = ["utf-8", declared]
    if wide := wide_encoding(body[:_SAMPLE_BYTES], charset):
        candidates = [wide, "utf-8"]
    elif _ISO_2022_JP.search(body):  # which is also valid UTF-8
        candidates = [declared, "iso2022_jp", "utf-8"]
    elif b"\x1b" in body:
        candidates = [declared, "utf-8"]
    for candidate in candidates:
        if candidate and (text := _decoded(body, candidate)) is not None:
            return without_invisible(text)
    if _is_broken_utf8(body):
        return without_invisible(body.decode("utf-8", "replace"))
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


def wide_encoding(sample: bytes, charset: str | None) -> str | None:
    """Return the codec of UTF-16 and UTF-32, in which NUL bytes are part of plain text, or None."""
    for mark, encoding in _BYTE_ORDER_MARKS[1:]:
        if sample.startswith(mark):
            return encoding
    declared = known_charset(charset) or ""
    if declared.startswith(("utf-16", "utf-32")):
        return declared
    pairs = len(sample) // 2
    if sample[1::2].count(0) > _WIDE_SHARE * pairs and not sample[::2].count(0):
        return "utf-16-le"
    if sample[::2].count(0) > _WIDE_SHARE * pairs and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def _is_broken_utf8(body: bytes) -> bool:
    """Tell UTF-8 with a few bytes lost or changed from text in another encoding.

    What is not UTF-8 hardly ever holds its sequences by chance.
    """
    sample = body[:_SAMPLE_BYTES].decode("utf-8", "replace")
    whole = sum(sign >= "\x80" and sign != "\ufffd" for sign in sample)
    return whole > _MOSTLY * sample.count("\ufffd")


def _guess(body: bytes) -> str:
    sample = body[:_SAMPLE_BYTES]
    if sum(byte >= 0x80 for byte in sample) <= _LATIN_SHARE * len(sample):  # noqa: PLR2004
        return max(_LATIN_CODE_PAGES, key=lambda code_page: _plausibility(sample, code_page))
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed

    best = from_bytes(sample).best()
    if best is None:
        raise ReadingError("The text's encoding is not recognised; save it as UTF-8 and try again.")
    return best.encoding


def _plausibility(sample: bytes, code_page: str) -> float:
    """Return how well the signs beyond ASCII stand where they do, from -1 to 1.

    In the right code page small letters stand in words and signs around them. In a wrong one the
    letters become signs inside words, capitals after small letters, or nothing.
    """
    found = _BEYOND_ASCII.findall(sample.decode(code_page, "replace"))
    points = [_fits(before, sign, after) for before, sign, after in found]
    return sum(points) / max(1, len(points))


def _fits(before: str, sign: str, after: str) -> int:
    """Judge one sign by its neighbours: 1 where it belongs, -1 where it cannot, else 0."""
    in_word = before.isalpha() and after.isalpha()
    if sign in _QUOTATION_MARKS:
        apostrophe = sign == "’" and before.isalpha()
        return 1 if apostrophe or not in_word else -1
    if sign in _DASHES:
        return 1
    if sign.isalpha() and sign not in "ªºµƒ":
        if sign.islower():
            return 1 if before.isalpha() or after.isalpha() else 0
        return -1 if before.islower() else int(after.isalpha())
    return -1 if in_word or not sign.isprintable() or sign == "\ufffd" else 0
