"""Which language an article is in."""

from __future__ import annotations

import re

_CODE = re.compile(r"[a-z]{2}(?=$|[-_])")

_SMALL_WORDS = (
    "the of and to in that is was for on with as he she it by at from his her has had have be are "
    "not this but they which said were who will would their an or been its about after"
)
_ENGLISH = frozenset(_SMALL_WORDS.split())
"""English's most frequent words. In running English every third word is one of them."""

_ENGLISH_SHARE = 0.25
"""The share of them from which a text is English; German or Dutch reach a tenth ("in", "is")."""

_FEW_WORDS = 30
"""Words below which what the document declares is more reliable than the language model."""

_SAMPLE = 5_000
"""Characters that are enough to tell a language by."""


def find_language(text: str, declared: str | None) -> str | None:
    """Return the ISO 639-1 code of the text's language, or the declared one for a text too short.

    Plain English is told by its small words, so that reading it does not load the language model.
    """
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if not words:
        return None
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    if len(words) < _FEW_WORDS and declared and (code := _CODE.match(declared.lower())):
        return code[0]
    from py3langid import classify  # noqa: PLC0415 - loads numpy and a model: half a second

    language: str = classify(sample)[0]
    return language
