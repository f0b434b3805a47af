"""Judge how a source stands to what it is said to have said, and by which words.

The verb decides first, then what negates it, then the modal words of what is said: "has confirmed"
asserts, "has not confirmed" does not, and neither is sure of what "may" be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.claims.finder import Attribution
from corpus.languages.english.inflection import Form
from corpus.languages.english.lexicon import LEXICON, Verb
from corpus.stance import Stance

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
UNBROKEN = re.compile(r"[\w\s'’-]+\Z")
SENTENCE_END = re.compile(r"[.?!](?=\s)")
LAST_MARKS = " \"“”„‟«»'‘’`"

LOOK_BACK = 60
"""Characters before a cue in which its own auxiliaries stand, where the cue leaves them out."""

DEMAND = re.compile(
    r"(?!that\b|(?:he|she|they|we|I|there)\b|it\s+(?!to\b))(?:(?!up\b)[\w’'-]+\s+){0,4}?(?:(?:who|which)\s+(?:[\w’'-]+\s+){1,8}?)?(?:not\s+)?to\s+"
    r"(?!(?:the|a|an|his|her|its|their|[A-Z\d])\b)[a-z]+\b"
)
"""What one is told to do: "jurors not to look for the case"."""

NO_COMMENT = re.compile(
    r"(?:he|she|it|they|we|I)\s+[“\"]?(?P<words>"
    r"(?:could|would|can|will|do|does|did)(?:\s+not|not|n['’]t)\s+(?:yet\s+)?"
    rf"(?:discuss|{'|'.join(sorted(LEXICON.tell_if_not_negated))})"
    r"|never\s+comments?|(?:had|has|have)\s+(?:nothing\s+(?:more\s+|further\s+)?to\s+(?:add|say)|no\s+comment)"
    r"|would\s+be\s+(?:inappropriate|improper|wrong)(?:\s+for\s+\w+)?\s+to\s+comment)\b"
)
"""Who says this of themselves says nothing else: "she could not comment on the case"."""

NOT_CONFIRMED = re.compile(
    r"(?:he|she|it|they|we|I)\s+(?P<words>(?:(?:could|can|would)(?:\s+not|not|n['’]t)|(?:was|were|is|are)\s+unable\s+to)"
    r"\s+(?:yet\s+|immediately\s+|independently\s+)*(?:confirm|verify))\b"
)
"""Who says this leaves open whether somebody else's words are true."""

UNTRUE = re.compile(
    r"(?:the|this|that|those|these|such|any|his|her|their|all)\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+)?"
    r"(?:accusations?|allegations?|charges?|claims?|reports?|rumou?rs?|story|stories|suggestions?)\s+"
    r"(?:is|are|was|were|had\s+been|has\s+been|have\s+been)\s+(?P<rest>[^.;]+)"
)
"""What calls somebody's claim something: "the claim was without merit"."""

CALLS = frozenset({"brand", "call", "describe", "dismiss", "label"})

TOO_EARLY = re.compile(r"\btoo (?:early|soon) to (?:say|tell|comment|know|speculate)\b")
"""Who says this says nothing else."""

TO_KNOW = ("to", "know")
"""How a cue ends that asks: "wanted to know"."""

MOST_OF_FALSEHOOD = 5
"""Words at the end among which one calls a thing untrue: "a fake news story"."""

MAIN_CLAUSE = 25
"""Words from the start of what is said in which a modal word hedges the whole of it."""

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


class StanceWord(NamedTuple):
    """A word of a cue that tells a stance: its base form, its stance by itself, and as written."""

    base: str
    stance: Stance
    written: str


NO_WORD = StanceWord("", Stance.UNSTATED, "")


def judge(text: str, attribution: Attribution) -> Judgement:
    """Judge the stance of the source of `attribution`, a part of `text`, to its content.

    A cue of which the lexicon knows no word tells none; a quotation without a cue is asserted.
    """
    said = " ".join(text[slice(*span)] for span in attribution.content)
    cue = _cue(text, attribution)
    telling = list(_stance_words(cue))
    word = next((word for word in telling if word.stance is not Stance.ASSERTS), None)
    word = word or next(iter(telling), NO_WORD if cue else NO_WORD._replace(stance=Stance.ASSERTS))
    if word.stance is Stance.DECLINES:
        refused = _refused(telling, said)
        return Judgement(REFUSED.get(refused.base, Stance.DECLINES), _written(word, refused))
    negation = _negation(text, attribution, cue)
    if negation and ("reached" in cue or said == "be reached"):
        return Judgement(Stance.DECLINES, (negation, "reached"))
    if negation:
        return Judgement(_negated(negation, word, telling), (negation, *_written(word)))
    return _by_content(word, said) or Judgement(word.stance, _written(word))


def _by_content(word: StanceWord, said: str) -> Judgement | None:
    """Judge a stance that what is said decides; None where the word of the cue does."""
    is_request = word.base == "ask" and not _is_question(said.removeprefix("that "))
    if is_request or (word.base in LEXICON.demands_with_to and DEMAND.match(said)):
        return Judgement(Stance.DEMANDS, _written(word))
    if word.base in CALLS and (falsehood := _falsehood(said)):
        return Judgement(Stance.DENIES, (*_written(word), falsehood))
    said = said.removeprefix("that ")
    if word.stance is Stance.ASSERTS and (judged := _by_assertion(word, said)):
        return judged
    if word.stance in (Stance.ASSERTS, Stance.BELIEVES) and (hedge := _hedge(said)):
        return Judgement(Stance.HEDGES, (*_written(word), hedge))
    return None


def _by_assertion(word: StanceWord, said: str) -> Judgement | None:
    """Judge what is said as a question, a denial or a refusal to say anything."""
    if _is_quoted_question(said):
        return Judgement(Stance.ASKS, ("?",))
    if falsehood := _called_untrue(said):
        return Judgement(Stance.DENIES, (*_written(word), falsehood))
    if unconfirmed := NOT_CONFIRMED.match(said):
        return Judgement(Stance.UNCONFIRMED, (*_written(word), unconfirmed["words"]))
    if declined := _comment_refused(said):
        return Judgement(Stance.DECLINES, (*_written(word), declined))
    return None


def _written(*words: StanceWord) -> tuple[str, ...]:
    return tuple(word.written for word in words if word.written)


def _cue(text: str, attribution: Attribution) -> list[str]:
    """Return the words of the cue, with the auxiliaries right before it, as written."""
    if not attribution.cue:
        return []
    start = attribution.cue[0][0]
    beside = UNBROKEN.search(text, max(0, start - LOOK_BACK), start)
    helpers: list[str] = []
    for word in reversed(WORD.findall(text, *beside.span()) if beside else []):
        lower = _lower(word)
        if not (lower in LEXICON.cue_helpers or lower.endswith(("n't", "ly"))):
            break
        helpers.insert(0, word)
    return [*helpers, *(word for span in attribution.cue for word in WORD.findall(text, *span))]


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _stance_words(cue: Sequence[str]) -> Iterator[StanceWord]:
    """Find the words of a cue that tell a stance, in order.

    Of two verbs in a row the first is a participle and tells nothing: "those asked said".
    """
    lower = [*map(_lower, cue), "", ""]
    if tuple(lower[-4:-2]) == TO_KNOW:
        yield StanceWord("ask", Stance.ASKS, " ".join(cue[-3:]))
    words = zip(["", *lower], cue, pairwise(lower), lower[2:], strict=False)
    for before, written, (word, following), after in words:
        if word in LEXICON.stances_of_others:
            yield StanceWord(word, LEXICON.stances_of_others[word], written)
        elif _is_noun(before, word):
            continue
        elif (verb := LEXICON.verb(word, following)) and not _is_participle(verb, following, after):
            is_phrasal = " " in verb.base
            yield StanceWord(
                verb.base, verb.stance, f"{written} {following}" if is_phrasal else written
            )


BESIDE_NOUN = (LEXICON.determiners | LEXICON.prepositions) - {"that"}

BEFORE_NOUN = (LEXICON.determiners | LEXICON.prepositions) - LEXICON.negations - {"to"}


def _is_noun(before: str, word: str) -> bool:
    """Tell "questions" of "did not respond to questions" from the verb."""
    verb = LEXICON.verb(word)
    if verb is None or verb.base not in LEXICON.also_nouns:
        return False
    if verb.form is Form.PRESENT:
        return before in BEFORE_NOUN | {"to"}
    return verb.form is Form.BASE and before in BEFORE_NOUN


def _is_participle(verb: Verb, following: str, after: str) -> bool:
    """Tell whether a form that may be a participle stands right before another verb in the past."""
    if verb.form is not Form.PAST or " " in verb.base:
        return False
    second = LEXICON.verb(following, after)
    return second is not None and second.form is Form.PAST


def _refused(telling: Sequence[StanceWord], said: str) -> StanceWord:
    """Find what is refused: the verb after "refused", in the cue or at the start of what is said."""
    first = next(n for n, word in enumerate(telling) if word.stance is Stance.DECLINES)
    opening = WORD.findall(said, 0, LOOK_BACK)[:3]
    in_said = _stance_words(opening) if opening[:1] == ["to"] else iter(())
    return next(iter([*telling[first + 1 :], *in_said]), NO_WORD)


def _negation(text: str, attribution: Attribution, cue: Sequence[str]) -> str:
    """Return the word that negates the cue: of the cue, its auxiliaries or the source; "" if none does."""
    for word, following in pairwise([*cue, ""]):
        lower = _lower(word)
        if (
            lower in LEXICON.negations
            or lower.endswith("n't")
            or (lower == "yet" and following == "to")
        ):
            return word
    source = text[slice(*attribution.source[0])] if attribution.source else ""
    first = WORD.match(source)
    return first.group() if first and cue and first.group().lower() in LEXICON.nobody else ""


def _negated(negation: str, word: StanceWord, telling: Sequence[StanceWord]) -> Stance:
    if any(other.base == "confirm" for other in telling):
        return Stance.UNCONFIRMED
    first = next((other for other in telling if other.stance is not Stance.DEMANDS), NO_WORD)
    if first.base in LEXICON.tell_if_not_negated and (
        first.stance in (Stance.ASSERTS, Stance.DOUBTS, Stance.HEDGES)  # "did not answer questions"
    ):
        return Stance.UNCONFIRMED if negation.lower() == "never" else Stance.DECLINES
    if word.base == "rule out":
        return Stance.HEDGES
    return NEGATED.get(word.stance, Stance.UNCONFIRMED if word.stance else Stance.UNSTATED)


def _is_question(said: str) -> bool:
    """Tell what one asks to know from what one asks to be done: "the firm to pay"."""
    if "?" in said:
        return True
    words = WORD.findall(said)[:MAIN_CLAUSE]
    is_request = "to" in words or words[:1] == ["for"]
    return (
        not is_request
        or words[0].lower() in LEXICON.question_words | LEXICON.indirect_question_words
    )


def _is_quoted_question(said: str) -> bool:
    """Tell a quotation that is one question."""
    marked = said[:1] in LAST_MARKS
    return marked and said.rstrip(LAST_MARKS).endswith("?") and not SENTENCE_END.search(said)


def _falsehood(said: str) -> str:
    """Find the word by which a thing is called untrue at the end of what is said of it, or ""."""
    words = WORD.findall(said)
    return next(
        (word for word in words[-MOST_OF_FALSEHOOD:] if word.lower() in LEXICON.falsehoods), ""
    )


def _called_untrue(said: str) -> str:
    """Find the word by which what is said calls somebody's claim untrue, or ""."""
    called = UNTRUE.match(said)
    if called is None:
        return ""
    words = WORD.findall(called["rest"])
    if {"not", "never"} & {*words}:
        return ""
    falsehood = next((word for word in words if word.lower() in LEXICON.falsehoods), "")
    return falsehood or ("without merit" if "without merit" in called["rest"] else "")


def _comment_refused(said: str) -> str:
    """Find the words by which somebody says that they say nothing, or ""."""
    refused = NO_COMMENT.match(said)
    too_early = TOO_EARLY.search(said)
    return refused["words"] if refused else too_early[0] if too_early else ""


def _hedge(said: str) -> str:
    """Return the modal word that makes the main clause of what is said less than sure, or ""."""
    end = SENTENCE_END.search(said)
    words: list[str] = WORD.findall(said, 0, end.start() if end else len(said))[:MAIN_CLAUSE]
    following = [*words[1:], ""][: len(words)]
    for (before, written), after in zip(pairwise(["", *words]), following, strict=True):
        word = written if written == "May" else written.lower()
        if before and word in LEXICON.leaves_main_clause:
            return ""
        if before == "not" and word in LEXICON.not_known:
            return f"not {written}"
        if word.endswith("ly") and before in BESIDE_NOUN:
            continue  # "about potentially unsafe dolls"
        if word in LEXICON.hedges and before != "as" and (word, after) != ("could", "not"):
            return written
    return ""
