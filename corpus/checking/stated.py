"""What a message or a question states: "is it true that the mill burned?" states that it burned."""

from __future__ import annotations

import re

from corpus.languages.english.lexicon import LEXICON

_ASKS_WHETHER_TRUE = re.compile(
    r"\W*(?:is\s+it\s+(?:really\s+)?(?:true|right|correct|a\s+fact)|is\s+it\s+so|(?:so\s+)?true|"
    r"is\s+there\s+any\s+truth\s+in\s+(?:it|the\s+claim))(?:\s+that)?\s+(?=\w+\s+\w+)",
    re.IGNORECASE,
)

_TAG = re.compile(
    r"[,\s]+(?:right|true|correct|is\s+(?:that|this)\s+true|true\s+or\s+(?:false|not))\s*\?+\s*$",
    re.IGNORECASE,
)

_VERB_FIRST = re.compile(
    rf"\W*(?:{'|'.join(sorted(LEXICON.begin_questions))})\s+\w",
    re.IGNORECASE,
)


def asks_whether(question: str) -> bool:
    """Tell whether yes or no would answer a question."""
    return bool(_VERB_FIRST.match(question)) or statement_in(question) is not None


def statement_in(question: str) -> str | None:
    """Return what a question asks to be checked; None where it asks something else."""
    if match := _ASKS_WHETHER_TRUE.match(question):
        return question[match.end() :].rstrip(" ?")
    if match := _TAG.search(question):
        return question[: match.start()]
    return None
