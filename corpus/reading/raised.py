"""How raised text is written where nothing can be raised: 10⁶, km², 1st, and no footnote marks.

Run together with what stands before it, a raised figure makes another number: 106, or 72 billion.
"""

from __future__ import annotations

import re

_SUPERSCRIPTS = str.maketrans("0123456789+-−–=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")

_POWER = re.compile(r"[+−–-]?(?:\d{1,4}|n)")

_BASE = re.compile(
    r"(?:(?<![\d.,])\d{1,2}|\)"  # 10, 2: a longer figure is a quantity, and its mark a footnote's
    r"|(?<!\w)[^\W\d_]{1,2}"  # m, km, x
    r"|\d[ \u00a0]?(?:[µnmcdk]?[mg]|mi|ft|yd|in|[a-z])"  # 5km, 20 ft
    r")$"
)
"""What a raised number makes a power of, at the end of what stands before it."""

_FOOTNOTE_MARK = re.compile(
    r"[\[(]?(?:\d{1,4}(?:\s*[,;–-]\s*\d{1,4})*|[*†‡§¶#]+|note \d+)[\])]?",
    re.IGNORECASE,
)


def raised(text: str, before: str) -> str:
    """Return raised text as it is written after `before`: "" where it is a footnote's mark.

    `before` needs to hold only the last ten characters or so. What has a raised form in Unicode
    gets it; letters ("1st", "Mme") stay as they are. A caller that knows of a footnote's mark by
    other means, such as a link, leaves it out itself.
    """
    inner = text.strip()
    if _POWER.fullmatch(inner) and _BASE.search(before):
        return inner.translate(_SUPERSCRIPTS)
    if _FOOTNOTE_MARK.fullmatch(inner):
        return ""
    return text
