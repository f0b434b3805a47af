"""What is said to the bot without anything to look up: greetings, thanks, and "is that true?"."""

from __future__ import annotations

import re

from corpus.languages.english import terms
from corpus.languages.english.lexicon import LEXICON

_POLITE = frozenset(terms(" ".join(LEXICON.polite)))
_BESIDE_POLITE = frozenset(terms(" ".join(LEXICON.beside_polite)))
_POINTING = frozenset(
    terms(
        " ".join(
            LEXICON.asks_owner | LEXICON.asks_source | LEXICON.asks_verdict | LEXICON.beside_asking
        )
    )
)
"""Words that fit any statement: who asks with these alone asks about what stands elsewhere."""

_NOTHING_TO_LOOK_UP = (
    _POLITE | _BESIDE_POLITE | _POINTING | frozenset(terms(" ".join(LEXICON.pointers)))
)

_DISCORD_OWN = re.compile(r"<(?:@[!&]?|#|a?:\w{1,32}:)\d{1,20}>")
"""Mentions of people, roles and channels, and a server's own emoji, as Discord sends them."""


def is_polite(text: str) -> bool:
    """Tell whether a text greets or thanks, and says nothing more."""
    said = telling_terms(text)
    return bool(said & _POLITE) and said <= _POLITE | _BESIDE_POLITE


def only_points(text: str) -> bool:
    """Tell whether a text names nothing to look up: "is that true?", "source?", or no words."""
    return telling_terms(text) <= _NOTHING_TO_LOOK_UP


def telling_terms(text: str) -> set[str]:
    """Return the terms of a text that are no stop words."""
    return set(terms(_DISCORD_OWN.sub(" ", text))) - LEXICON.stop_words
