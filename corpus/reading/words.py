"""How many words a text has, in any script."""

from __future__ import annotations

import re

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Thai and Lao, Burmese, Khmer, kana, Chinese characters: scripts without spaces between words."""

_UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")
_WORD = re.compile(f"[^\\W{_UNSPACED}]+(?:['’.,-][^\\W{_UNSPACED}]+)*")

_CHARACTERS_A_WORD = 2
"""Characters of such a script that count as a word: Chinese has about 1.6, Japanese over 2."""


def count_words(text: str) -> int:
    """Count the words of a text; where no spaces part them, two characters count as one."""
    unspaced = sum(-(-len(run) // _CHARACTERS_A_WORD) for run in _UNSPACED_RUN.findall(text))
    return unspaced + len(_WORD.findall(text))
