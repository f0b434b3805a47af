"""Take out what nobody sees: control, zero-width and direction-changing characters.

They can hide words, reorder what is shown, or make two equal words differ. Nothing that is visible
is changed: no quotation mark, no accent, no Unicode normalisation.
"""

from __future__ import annotations

import re

_JOINERS = "\u200c\u200d"
"""Zero-width joiners: spelling in Persian or Hindi and glue in emoji, nothing in Latin letters."""

_HIDING = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls, except the white space among them
    "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f"  # soft hyphen, zero-width, direction marks
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # direction overrides, byte order mark
    "\u3164\uffa0"  # fillers that show as nothing
    "\U000e0000-\U000e01ef"  # tags and variation selectors that can smuggle text
)

_INVISIBLE = re.compile(
    f"[{_HIDING}]|(?<![\u0250-\U0010ffff])[{_JOINERS}]|[{_JOINERS}](?![\u0250-\U0010ffff])"
)

_SURROGATE = re.compile("[\ud800-\udfff]")

_SUSPECT = re.compile(f"[{_HIDING}{_JOINERS}\ud800-\udfff]")
"""Any of these: most texts have none, and looking for one is several times as fast."""

_SPACE = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")


def without_invisible(text: str) -> str:
    """Return the text without invisible characters; line ends and spaces stay as they are."""
    if (text.isascii() and text.isprintable()) or not _SUSPECT.search(text):
        return text
    return _INVISIBLE.sub("", _SURROGATE.sub("\ufffd", text))


def one_line(text: str) -> str:
    """Return the text as one line: invisible characters gone, runs of white space one space."""
    return _SPACE.sub(" ", without_invisible(text)).strip()
