"""Judge how a source stands to what it is said to have said.

The verb decides first, then what negates it, then the modal words of what is said: "has confirmed"
asserts, "has not confirmed" does not, and neither is sure of what "may" be.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.article import Span
from corpus.claims.claim import Stance
from corpus.claims.finder import Attribution
from corpus.claims.verbs import FORMS, phrasal, stance_of
from corpus.claims.words import word_set

WORD = re.compile(r"\w+(?:['’]\w+)?")
UNBROKEN = re.compile(r"[\w\s'’-]+\Z")
SENTENCE_END = re.compile(r"[.?!](?=\s)")

LOOK_BACK = 60
"""Characters before a cue in which its own auxiliaries stand, where the cue leaves them out."""

HELPERS = word_set(
    """
    is are was were be been being am has have had having do does did will would could can
    may might must should shall not never neither nor no longer yet also so far still
    """
)
NEGATIONS = frozenset(["not", "never", "neither", "nor", "cannot", "longer"])

HEDGES = word_set(
    """
    may might could possibly possible perhaps probably probable likely unlikely reportedly
    allegedly apparently seemingly potentially maybe appears appear appeared seems seem
    seemed
    """
)
"""Words that make what is said less than sure."""

LEAVES_MAIN_CLAUSE = word_set(
    """
    because which who whose although though unless until while whereas after before since
    """
)
"""Where these begin, a modal word no longer speaks for the whole of what is said."""

MAIN_CLAUSE = 25
"""Words from the start of what is said in which a modal word hedges the whole of it."""

KEEPS_SILENT = word_set(
    """
    say tell comment disclose reveal elaborate explain reply respond answer detail mention
    """
)
"""Verbs that, negated, mean that the source would not speak."""

NEGATED = {
    Stance.BELIEVES: Stance.DOUBTS,
    Stance.DOUBTS: Stance.BELIEVES,
    Stance.DENIES: Stance.UNDENIED,
    Stance.PROMISES: Stance.DECLINES,
}
"""What a negated verb comes to; every other one leaves its content unconfirmed."""


def stance(text: str, attribution: Attribution) -> Stance:
    """Give the stance of the source of `attribution`, a part of `text`, to its content."""
    said = text[slice(*attribution.content[0])]
    verb, judged = _verb(text, attribution)
    if _is_negated(text, attribution):
        if judged is Stance.ASSERTS and verb in KEEPS_SILENT:
            return Stance.DECLINES
        return Stance.HEDGES if verb == "rule out" else NEGATED.get(judged, Stance.UNCONFIRMED)
    if judged is Stance.ASKS and said.startswith(("to ", "for ")):
        return Stance.DEMANDS
    if judged in (Stance.ASSERTS, Stance.BELIEVES) and _is_hedged(said):
        return Stance.HEDGES
    return judged


def _verb(text: str, attribution: Attribution) -> tuple[str, Stance]:
    """Give the verb that decides: the first with a stance of its own, or else the first."""
    words = [word for span in attribution.cue for word in _words(text, span)]
    verbs = [
        phrasal(FORMS[word].verb, after) for word, after in pairwise([*words, ""]) if word in FORMS
    ]
    stances = [(verb, stance_of(verb) or Stance.ASSERTS) for verb in verbs]
    telling = (pair for pair in stances if pair[1] is not Stance.ASSERTS)
    return next(telling, stances[0] if stances else ("", Stance.ASSERTS))


def _words(text: str, span: Span) -> list[str]:
    return [word.lower().replace("’", "'") for word in WORD.findall(text, *span)]


def _is_negated(text: str, attribution: Attribution) -> bool:
    """Tell whether the cue, or the auxiliaries right before it, say no."""
    if not attribution.cue:
        return False
    start, end = attribution.cue[0]
    words = _words(text, (start, end))
    beside = UNBROKEN.search(text, max(0, start - LOOK_BACK), start)
    for word in reversed(_words(text, beside.span() if beside else (start, start))):
        if not (word in HELPERS or word.endswith(("n't", "ly"))):
            break
        words.append(word)
    return any(word in NEGATIONS or word.endswith("n't") for word in words)


def _is_hedged(said: str) -> bool:
    """Tell whether the main clause of what is said has a modal word that makes it less than sure."""
    end = SENTENCE_END.search(said)
    words = WORD.findall(said, 0, end.start() if end else len(said))[:MAIN_CLAUSE]
    for number, written in enumerate(words):
        word = written if written == "May" else written.lower()
        if number and word in LEAVES_MAIN_CLAUSE:
            return False
        before = words[number - 1] if number else ""
        after = words[number + 1] if number + 1 < len(words) else ""
        if word in HEDGES and before != "as" and after != "not":
            return True
    return False
