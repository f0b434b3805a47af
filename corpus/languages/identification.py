"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"

_CODE = re.compile(r"[a-z]{2}(?=$|[-_])")

_NO_LANGUAGE = "zxx"
"""The language model's word (ISO 639-2) for what is no language: codes, or letters for others."""

_SMALL_WORDS = (
    "the of and to in that is was for on with as he she it by at from his her has had have be are "
    "not this but they which said were who will would their an or been its about after"
)
_ENGLISH = frozenset(_SMALL_WORDS.split())
"""English's most frequent words. In running English every third word is one of them."""

_ENGLISH_SHARE = 0.25
"""The share of them from which a text is English; German or Dutch reach a tenth ("in", "is")."""

_SURE = 0.5
"""The language model's probability from which it is believed. Of 12,000 paragraphs of English news
it takes none for another language so surely; one sentence in another language mostly reaches it."""

_SAMPLE = 5_000
"""Characters that are enough to tell a language by."""


def find_language(text: str, declared: str | None = None) -> str | None:
    """Return the ISO 639-1 code of a text's language.

    Where the words do not tell, it is the declared one, such as "de" or "de-AT", or None.
    Plain English is told by its small words, so that reading it does not load the language model.
    """
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if not words:
        return None
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return ENGLISH
    language, probability = _language_model().classify(sample)
    if probability >= _SURE and language != _NO_LANGUAGE:
        return str(language)
    code = _CODE.match(declared.lower()) if declared else None
    return code[0] if code else None


def is_language(text: str) -> bool:
    """Tell whether a text is in some language, and not codes, or letters put for others.

    It should be long enough, of some 200 letters: names and figures alone may look like codes.
    """
    return bool(_language_model().classify(text[:_SAMPLE])[0] != _NO_LANGUAGE)


@cache
def _language_model() -> LanguageIdentifier:
    """Load the model: half a second, with numpy. Of the languages it knows, those with a code count."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = [label for label in model.labels if len(label) == 2 or label == _NO_LANGUAGE]  # noqa: PLR2004
    model.set_languages(known)
    return model
