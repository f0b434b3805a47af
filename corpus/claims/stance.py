"""Judge how a source stands to what it is said to have said, and by which words.

The verb decides first, then what negates it, then the modal words of what is said: "has confirmed"
asserts, "has not confirmed" does not, and neither is sure of what "may" be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.claims.claim import Stance
from corpus.claims.finder import Attribution
from corpus.claims.verbs import FORMS, phrasal, stance_of
from corpus.claims.words import word_set

WORD = re.compile(r"\w+(?:['’]\w+)?")
UNBROKEN = re.compile(r"[\w\s'’-]+\Z")
SENTENCE_END = re.compile(r"[.?!](?=\s)")
LAST_MARKS = " \"“”„‟«»'‘’`"

LOOK_BACK = 60
"""Characters before a cue in which its own auxiliaries stand, where the cue leaves them out."""

HELPERS = word_set(
    """
    is are was were be been being am has have had having do does did will would could can
    may might must should shall not never neither nor no longer yet also so far still to
    declined declines refused refuses failed fails stopped short of without
    """
)
NEGATIONS = word_set(
    "not never neither nor no cannot longer without short fail fails failed failing"
)

NOBODY = word_set("none nobody neither no")
"""Words that, where a source begins with one, negate what it is said to have done."""

STANCE_WORDS: dict[Stance, str] = {
    Stance.BELIEVES: """
        belief believed certain concern concerned concerns confidence confident convinced expectation expectations
        fearful hopeful optimistic pessimistic sure view worried""",
    Stance.HEDGES: "allegedly apparently possibly potentially reportedly rumour rumours rumor rumors speculation",
    Stance.DOUBTS: "sceptical scepticism skeptical skepticism unconvinced disbelief",
    Stance.DENIES: "brushed denial denials laughed recanted retracted shrugged withdrew",
    Stance.DEMANDS: "want wants wanted",
}
"""What other words of a cue than verbs tell, and a few verbs that only as cues tell it."""

WORDS = {word: stance for stance, words in STANCE_WORDS.items() for word in words.split()}

TO_KNOW = ("to", "know")
"""How a cue ends that asks: "wanted to know"."""

HEDGES = word_set(
    """
    may might could possibly possible perhaps probably probable likely unlikely reportedly
    allegedly apparently seemingly potentially maybe appears appear appeared seems seem
    seemed unclear uncertain unsure
    """
)
"""Words that make what is said less than sure."""

NOT_KNOWN = word_set("clear known certain sure")
"""Words that, after "not", do too."""

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

QUESTION_WORDS = word_set("whether if who whom whose what why how when where which about")

NEGATED = {
    Stance.BELIEVES: Stance.DOUBTS,
    Stance.DOUBTS: Stance.BELIEVES,
    Stance.DENIES: Stance.UNDENIED,
    Stance.PROMISES: Stance.DECLINES,
}
"""What a negated verb comes to; every other one leaves its content unconfirmed."""

REFUSED = {
    "confirm": Stance.UNCONFIRMED,
    "deny": Stance.UNDENIED,
    "rule out": Stance.HEDGES,
    "believe": Stance.DOUBTS,
}
"""What refusing a verb comes to; refusing any other is declining to comment."""


class Judgement(NamedTuple):
    """A stance, and the words of the text that decided it, in order."""

    stance: Stance
    words: tuple[str, ...]


class Verb(NamedTuple):
    """A deciding word of a cue: its base form, the stance it takes by itself, and as written."""

    verb: str
    stance: Stance
    written: str


def judge(text: str, attribution: Attribution) -> Judgement:
    """Give the stance of the source of `attribution`, a part of `text`, to its content."""
    said = " ".join(text[slice(*span)] for span in attribution.content).removeprefix("that ")
    cue = _cue(text, attribution)
    verbs = list(_verbs(cue))
    verb = next((verb for verb in verbs if verb.stance is not Stance.ASSERTS), None)
    verb = verb or next(iter(verbs), Verb("", Stance.ASSERTS, ""))
    if verb.stance is Stance.DECLINES:
        refused = _refused(verbs, said)
        return Judgement(REFUSED.get(refused.verb, Stance.DECLINES), _written(verb, refused))
    negation = _negation(text, attribution, cue)
    if negation:
        return Judgement(_negated(negation, verb, verbs), (negation, *_written(verb)))
    if verb.verb == "ask" and not _is_question(said):
        return Judgement(Stance.DEMANDS, _written(verb))
    if verb.stance is Stance.ASSERTS and _is_quoted_question(said):
        return Judgement(Stance.ASKS, ("?",))
    if verb.stance in (Stance.ASSERTS, Stance.BELIEVES) and (hedge := _hedge(said)):
        return Judgement(Stance.HEDGES, (*_written(verb), hedge))
    return Judgement(verb.stance, _written(verb))


def _written(*verbs: Verb) -> tuple[str, ...]:
    return tuple(verb.written for verb in verbs if verb.written)


def _cue(text: str, attribution: Attribution) -> list[str]:
    """Give the words of the cue, with the auxiliaries right before it, as written."""
    if not attribution.cue:
        return []
    start = attribution.cue[0][0]
    beside = UNBROKEN.search(text, max(0, start - LOOK_BACK), start)
    helpers: list[str] = []
    for word in reversed(WORD.findall(text, *beside.span()) if beside else []):
        lower = _lower(word)
        if not (lower in HELPERS or lower.endswith(("n't", "ly"))):
            break
        helpers.insert(0, word)
    return [*helpers, *(word for span in attribution.cue for word in WORD.findall(text, *span))]


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _verbs(cue: Sequence[str]) -> Iterator[Verb]:
    """Give the words of a cue that tell a stance, in order."""
    if tuple(map(_lower, cue[-2:])) == TO_KNOW:
        yield Verb("ask", Stance.ASKS, " ".join(cue[-3:]))
    for written, following in pairwise([*cue, ""]):
        word = _lower(written)
        if word in WORDS:
            yield Verb(word, WORDS[word], written)
        elif word in FORMS:
            verb = phrasal(FORMS[word].verb, _lower(following))
            whole = f"{written} {following}" if " " in verb else written
            yield Verb(verb, stance_of(verb) or Stance.ASSERTS, whole)


def _refused(verbs: Sequence[Verb], said: str) -> Verb:
    """Give what is refused or declined: the verb after that one, in the cue or at the start of what is said."""
    first = next(n for n, verb in enumerate(verbs) if verb.stance is Stance.DECLINES)
    opening = WORD.findall(said, 0, LOOK_BACK)[:3]
    in_said = _verbs(opening) if opening[:1] == ["to"] else iter(())
    return next(iter([*verbs[first + 1 :], *in_said]), Verb("", Stance.DECLINES, ""))


def _negation(text: str, attribution: Attribution, cue: Sequence[str]) -> str:
    """Give the word that negates the cue: of the cue, its auxiliaries or the source; "" if none does."""
    for word, following in pairwise([*cue, ""]):
        lower = _lower(word)
        if lower in NEGATIONS or lower.endswith("n't") or (lower == "yet" and following == "to"):
            return word
    source = text[slice(*attribution.source[0])] if attribution.source else ""
    first = WORD.match(source)
    return first.group() if first and cue and first.group().lower() in NOBODY else ""


def _negated(negation: str, verb: Verb, verbs: Sequence[Verb]) -> Stance:
    if any(other.verb == "confirm" for other in verbs):
        return Stance.UNCONFIRMED
    if verb.stance is Stance.ASSERTS and verb.verb in KEEPS_SILENT:
        return Stance.UNCONFIRMED if negation.lower() == "never" else Stance.DECLINES
    return (
        Stance.HEDGES if verb.verb == "rule out" else NEGATED.get(verb.stance, Stance.UNCONFIRMED)
    )


def _is_question(said: str) -> bool:
    """Tell what one asks to know from what one asks to be done: "the firm to pay"."""
    if "?" in said:
        return True
    words = WORD.findall(said)[:MAIN_CLAUSE]
    is_request = "to" in words or words[:1] == ["for"]
    return not is_request or words[0].lower() in QUESTION_WORDS


def _is_quoted_question(said: str) -> bool:
    """Tell a quotation that is one question."""
    marked = said[:1] in LAST_MARKS
    return marked and said.rstrip(LAST_MARKS).endswith("?") and not SENTENCE_END.search(said)


def _hedge(said: str) -> str:
    """Give the modal word that makes the main clause of what is said less than sure, or ""."""
    end = SENTENCE_END.search(said)
    words: list[str] = WORD.findall(said, 0, end.start() if end else len(said))[:MAIN_CLAUSE]
    following = [*words[1:], ""][: len(words)]
    for (before, written), after in zip(pairwise(["", *words]), following, strict=True):
        word = written if written == "May" else written.lower()
        if before and word in LEAVES_MAIN_CLAUSE:
            return ""
        if before == "not" and word in NOT_KNOWN:
            return f"not {written}"
        if word in HEDGES and before != "as" and (word, after) != ("could", "not"):
            return written
    return ""
