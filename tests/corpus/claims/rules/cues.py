"""Find the cues of a sentence: verbs of saying and thinking in use as such, and "according to"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from corpus.claims.sentences import QUOTE, Sentence
from corpus.claims.verbs import FORMS, Form, Inflected, phrasal, stance_of
from corpus.claims.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    word_set,
)

BE = word_set("is are was were be been being am isn't aren't wasn't weren't")


class Kind(Enum):
    """How a cue stands in its sentence, and so where its source is to be looked for."""

    FINITE = auto()
    """A verb with a subject of its own, or with the one before it: "and has denied"."""
    PARTICIPLE = auto()
    """", adding that": whoever spoke before."""
    ACCORDING = auto()
    """The source follows: "according to"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as tokens `first` to `last`, `last` not included.

    `subject_end` is where the words before the cue end that are neither its auxiliaries nor adverbs.
    """

    first: int
    last: int
    subject_end: int
    verb: str
    kind: Kind


ALSO_NOUNS = word_set(
    """
    answers bets calls charges claims comments complaints counters demands details doubts
    estimates fears forecasts guesses hints hopes highlights jokes mentions notes orders outlines
    petitions pledges projects promises protests questions quips reasons remarks replies reports
    requests shows signals states suspects tweets voices vows worries
    """
)
"""Forms in -s that are more often nouns: they need a name or pronoun before, or "that" after."""

TOO_COMMON = word_set("call consider feel judge know see shout")
"""Verbs that attribute too seldom for a rule to tell when."""

SPEAKING = word_set(
    """
    address answer comment confirm deny disclose discuss elaborate explain give identify name provide
    respond reveal say speak specify talk
    """
)
"""What one declines to do when one declines to comment."""

MOST_AUXILIARIES = 6
"""Words read leftwards from a verb as its own: "would never have publicly"."""


def find_cues(tokens: Sentence) -> list[Cue]:
    """Give the cues of a sentence in order; none overlaps another."""
    cues: list[Cue] = []
    for number, token in enumerate(tokens):
        if token.word == "according" and _word(tokens, number + 1) == "to":
            cues.append(Cue(number, number + 2, number, "according", Kind.ACCORDING))
        elif inflected := FORMS.get(token.word):
            cue = _read(tokens, number, inflected)
            if cue is not None and (not cues or cue.first >= cues[-1].last):
                cues.append(cue)
    return cues


def _word(tokens: Sentence, number: int) -> str:
    return tokens[number].word if 0 <= number < len(tokens) else ""


def _read(tokens: Sentence, number: int, inflected: Inflected) -> Cue | None:
    """Give the cue whose verb is at `number`; None where the word is used as something else."""
    if tokens[number].capital and number:
        return None
    verb = phrasal(inflected.verb, _word(tokens, number + 1))
    if not _attributes(tokens, number, verb):
        return None
    first = subject_end = number
    while subject_end and number - subject_end < MOST_AUXILIARIES:
        before = tokens[subject_end - 1]
        no_longer = before.word == "no" and tokens[subject_end].word == "longer"
        if before.word in AUXILIARIES or before.word in NEGATIONS or no_longer:
            first = subject_end - 1
        elif not before.is_adverb:
            break
        subject_end -= 1
    helpers = {token.word for token in tokens[subject_end:number]}
    kind = _kind(tokens, number, subject_end, inflected.form, helpers)
    if kind is None:
        return None
    return Cue(first, number + len(verb.split()), subject_end, verb, kind)


def _attributes(tokens: Sentence, number: int, verb: str) -> bool:
    """Tell whether the verb at `number` attributes: "called for" does and "called" does not."""
    if verb in TOO_COMMON or stance_of(verb) is None:
        return False
    if verb in ("decline", "refuse"):
        return _word(tokens, number + 1) == "to" and _word(tokens, number + 2) in SPEAKING
    return True


def _kind(
    tokens: Sentence, number: int, subject_end: int, form: Form, helpers: set[str]
) -> Kind | None:
    before = _word(tokens, subject_end - 1)
    if form is Form.ING:
        if helpers & BE:
            return Kind.FINITE
        beside = before in (",", QUOTE, "") or before in CONJUNCTIONS
        return Kind.PARTICIPLE if beside else None
    if before in DETERMINERS or before in PREPOSITIONS:
        return None
    if form in (Form.PAST, Form.PARTICIPLE):
        passive = helpers & BE or _word(tokens, number + 1) == "by"
        alone = form is Form.PARTICIPLE and not helpers & AUXILIARIES
        return None if passive or alone else Kind.FINITE
    if form is Form.PRESENT:
        return Kind.FINITE if _is_present(tokens, number, subject_end, helpers) else None
    return Kind.FINITE if _is_plain(tokens, number, subject_end, helpers) else None


def _is_present(tokens: Sentence, number: int, subject_end: int, helpers: set[str]) -> bool:
    """Tell the verb "claims" from the noun."""
    if helpers & AUXILIARIES:
        return False
    if tokens[number].word not in ALSO_NOUNS or _word(tokens, number + 1) == "that":
        return True
    following = _word(tokens, number + 1)
    if following in DETERMINERS or following in PRONOUNS:
        return True
    before = tokens[subject_end - 1] if subject_end else None
    return before is not None and (before.capital or before.word in PRONOUNS | RELATIVES | {","})


def _is_plain(tokens: Sentence, number: int, subject_end: int, helpers: set[str]) -> bool:
    """Tell "they say" and "did not say" from the noun, the infinitive and what may come to be said."""
    if helpers & AUXILIARIES:
        return bool(helpers & NEGATIONS or helpers & {"do", "did", "does"})
    if not subject_end:
        return False
    before = tokens[subject_end - 1]
    if before.word in PRONOUNS or before.word in ("who", ",", "people", "police"):
        return True
    following = _word(tokens, number + 1)
    plural = before.word.endswith("s") and not before.word.endswith(("'s", "ss"))
    return plural and before.is_word and following not in PREPOSITIONS
