"""What is said to the bot without anything to look up: greetings, thanks, and "is that true?"."""

from __future__ import annotations

import re

from corpus.languages.english import terms
from corpus.languages.english.lexicon import LEXICON

_POLITE = frozenset(terms("hi hello hey morning bye goodbye cheers thank thanks thx ty"))

_BESIDE_POLITE = frozenset(
    terms(
        "good afternoon evening night day everyone everybody all many much lot great nice ok okay "
        "bot help answer work job"
    )
)
"""Words that go with a greeting or with thanks, and are neither alone."""

_POINTING = frozenset(
    terms(
        "true false right wrong correct real really sure actually legit fact source proof evidence "
        "proven confirmed check verify say said claim claimed know think else anyone someone "
        "anything something article news"
    )
)
"""Words that fit any statement: who asks with these alone asks about what stands elsewhere."""

_NOTHING_TO_LOOK_UP = _POLITE | _BESIDE_POLITE | _POINTING

_DISCORD_OWN = re.compile(r"<(?:@[!&]?|#|a?:\w{1,32}:)\d{1,20}>")
"""Mentions of people, roles and channels, and a server's own emoji, as Discord sends them."""


def is_polite(text: str) -> bool:
    """Tell whether a text greets or thanks, and says nothing more."""
    said = _telling_terms(text)
    return bool(said & _POLITE) and said <= _POLITE | _BESIDE_POLITE


def only_points(text: str) -> bool:
    """Tell whether a text names nothing to look up: "is that true?", "source?", or no words."""
    return _telling_terms(text) <= _NOTHING_TO_LOOK_UP


def _telling_terms(text: str) -> set[str]:
    return set(terms(_DISCORD_OWN.sub(" ", text))) - LEXICON.stop_words
