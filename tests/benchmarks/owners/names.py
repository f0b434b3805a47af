"""Tell whether two names are of the same person or body."""

from __future__ import annotations

import re

NICKNAME = re.compile(r"[“\"(][^”\")]*[”\")]")
WORD = re.compile(r"[\w&]+(?:['’.-][\w&]+)*")
BELONGS_TO = frozenset(["at", "by", "for", "from", "of", "to", "with"])
"""After one of these stands somebody else: "a lawyer for Ada Lind" is not Ada Lind."""


def is_same(found: str, annotated: str) -> bool:
    """Tell whether a found name is right where `annotated` is.

    Case, "the" and nicknames in quotation marks or brackets aside, one has to contain the other
    word by word, and the last word of the annotated one has to be in the found one.
    """
    ours, theirs = _words(found), _words(annotated)
    if not ours or not theirs or theirs[-1] not in ours:
        return False
    return _holds(theirs, ours) or _holds(ours, theirs)


def _words(name: str) -> list[str]:
    bare = NICKNAME.sub(" ", name) if WORD.search(NICKNAME.sub(" ", name)) else name
    words = WORD.findall(bare.lower().replace("’", "'"))
    return [word for word in words if word != "the"]


def _holds(whole: list[str], part: list[str]) -> bool:
    """Tell whether `part` stands in `whole`, and not as the one to whom `whole` belongs."""
    return any(
        whole[start : start + len(part)] == part
        and (start == 0 or whole[start - 1] not in BELONGS_TO)
        for start in range(len(whole) - len(part) + 1)
    )
