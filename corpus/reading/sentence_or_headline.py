"""Whether a line reads as a sentence, as a headline, or as neither."""

from __future__ import annotations

import re

_TERMINAL = re.compile(r"[.!?…;:。！？؟।][\"'”’»«)\]]*$")  # noqa: RUF001 - other scripts' own marks

_NO_HEADLINE = re.compile(r"[.;:,。।][\"'”’»«)\]]*$")

_LONGEST_HEADLINE = 160
"""Characters: a headline is rarely over 110, a first paragraph rarely under 160."""

_TAIL = 8
"""Characters at the end in which a final mark and the quotation marks after it stand."""

_SMALL_WORD = 3
"""Letters up to which a headline's words stay in lower case: of, in, the, for."""


def ends_sentence(text: str) -> bool:
    """Tell whether the text ends with a mark that ends a sentence or announces another."""
    return _TERMINAL.search(text.rstrip()[-_TAIL:]) is not None


def is_headline(text: str) -> bool:
    """Tell whether a text may be a headline: short, and in Title Case or without a full stop."""
    if len(text) > _LONGEST_HEADLINE:
        return False
    return is_title_case(text) or not _NO_HEADLINE.search(text.rstrip()[-_TAIL:])


def is_title_case(text: str) -> bool:
    """Tell whether most longer words begin with a capital: "Troops Reportedly Sent to Kursk"."""
    longer = [word for word in text.split() if len(word) > _SMALL_WORD and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) > 1 and capitals * 3 > len(longer) * 2
