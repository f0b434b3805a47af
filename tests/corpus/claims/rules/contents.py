"""Find how far what is claimed reaches, to the right or to the left of its cue."""

from __future__ import annotations

from corpus.claims.sentences import QUOTE, TERMINAL, Sentence, Token
from corpus.claims.verbs import PHRASAL
from corpus.claims.words import (
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    word_set,
)
from tests.corpus.claims.rules.cues import Cue
from tests.corpus.claims.rules.frames import ANYTHING, BARE_CLAUSE, TAKES_HEARER, TAKES_NOUN
from tests.corpus.claims.rules.phrases import Range

LOOK_AHEAD = 16
"""Tokens between a cue and the "that" or quotation it announces: "said in a letter to staff that"."""

QUESTION_WORDS = word_set("whether if how why what when where who which")
ENDS_BEFORE = (
    word_set(", ; :")
    | DASHES
    | CONJUNCTIONS
    | frozenset({"while", "although", "though", "whereas", "as"})
)
"""What is cut off the end of a content: it leads on to the next clause."""

LEADS_ON = word_set("following raising sparking prompting fuelling fueling drawing citing")
"""Participles that go back from what is claimed to the article's own voice: ", raising concerns"."""


def content_start(tokens: Sentence, cue: Cue, limit: int) -> int | None:
    """Give where the content to the right of `cue` begins, before `limit`; None if there is none."""
    announced = _announced(tokens, cue, limit)
    if announced is not None:
        return announced
    start = cue.last
    while start < limit and (tokens[start].is_adverb or _is_time_at(tokens, start, limit)):
        start += 1
    if cue.verb in TAKES_HEARER:
        start = _after_hearer(tokens, start, limit)
    if start >= limit or not _can_open(tokens, cue, start):
        return None
    return start


def content_end(tokens: Sentence, start: int, limit: int, *, subordinate: bool) -> int:
    """Give where a content that begins at `start` ends, no later than `limit`.

    `subordinate` says that the cue stands in a clause like "While Ruiz denied it," that ends at its
    comma.
    """
    end = limit
    for number in range(start + 1, limit):
        word = tokens[number].word
        if word == ";" or (word == "," and (subordinate or _leads_on(tokens, number + 1, limit))):
            end = number
            break
    while end > start and (
        tokens[end - 1].word in ENDS_BEFORE or tokens[end - 1].word[0] in TERMINAL
    ):
        end -= 1
    return end


def content_before(tokens: Sentence, limit: int, end: int) -> Range | None:
    """Give the content that ends before token `end` and begins no earlier than `limit`.

    A quotation set off by a mark stands alone; else all of the clause belongs, quotations in it too.
    """
    while end > limit and tokens[end - 1].word in ENDS_BEFORE:
        end -= 1
    start = end
    while start > limit and tokens[start - 1].word == QUOTE:
        start -= 1
    stands_alone = start < end and (start == limit or not tokens[start - 1].is_word)
    if not stands_alone:
        start = limit
    while start < end and (tokens[start].word in ENDS_BEFORE or tokens[start].word in OPENERS):
        start += 1
    return (start, end) if start < end else None


def _announced(tokens: Sentence, cue: Cue, limit: int) -> int | None:
    """Give what "that", a colon or a quotation after a comma announces as the content."""
    if cue.last >= limit:
        return None
    first = tokens[cue.last]
    if first.word == QUOTE or first.word in QUESTION_WORDS:
        return cue.last
    if not _may_skip(first, cue):
        return None
    for number in range(cue.last, min(limit, cue.last + LOOK_AHEAD)):
        word = tokens[number].word
        if word in ("that", ":"):
            return number + 1 if number + 1 < limit else None
        quoted = word == QUOTE and tokens[number - 1].word == ","
        if quoted or (cue.verb in TAKES_HEARER and word in ("whether", "if", "to")):
            return number
        if word == ";" or word in CONJUNCTIONS:
            break
    return None


def _may_skip(first: Token, cue: Cue) -> bool:
    """Tell whether `first`, right after `cue`, may stand between it and its "that"."""
    if cue.verb in TAKES_HEARER or cue.verb in TAKES_NOUN:
        return True
    return (
        first.word in PREPOSITIONS
        or first.word in ("that", ",", ":")
        or first.is_adverb
        or first.is_time
    )


def _is_time_at(tokens: Sentence, number: int, limit: int) -> bool:
    token = tokens[number]
    if token.word in PREPOSITIONS:
        return number + 1 < limit and tokens[number + 1].is_time
    return (token.is_time and token.capital) or (token.is_time and tokens[number - 1].is_time)


def _after_hearer(tokens: Sentence, start: int, limit: int) -> int:
    """Step over who is spoken to: a pronoun, a name, "the court", "reporters"."""
    if start >= limit or not tokens[start].is_word:
        return start
    if tokens[start].word in DETERMINERS:
        start += 1
    elif tokens[start].word in PRONOUNS or not tokens[start].capital:
        return min(limit, start + (2 if tokens[start].word in ("state", "local") else 1))
    named = start
    while named < limit and tokens[named].capital:
        named += 1
    return named if named > start else min(start + 1, limit)


def _can_open(tokens: Sentence, cue: Cue, start: int) -> bool:
    """Tell whether a content of `cue` without "that" may begin with the token at `start`."""
    token = tokens[start]
    if token.word == QUOTE:
        return True
    if not token.is_word or token.word in CONJUNCTIONS:
        return False
    if cue.verb in ANYTHING or cue.verb in PHRASAL:
        return True
    following = tokens[start + 1] if start + 1 < len(tokens) else None
    measured = following is not None and (
        following.word in ("least", "most") or not following.word[0].isalpha()
    )
    adjunct = (token.word in PREPOSITIONS and not measured) or token.word in SUBORDINATORS
    return cue.verb in BARE_CLAUSE and not adjunct and token.word != "to"


def _leads_on(tokens: Sentence, number: int, limit: int) -> bool:
    return number < limit and tokens[number].word in LEADS_ON
