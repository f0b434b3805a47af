"""Read the noun phrase that names a source, to the left or to the right of its cue.

Without a parser a phrase is what stands between two plain boundaries: marks, quotations, words that
open a clause. Where something verbal stands in it, it is given up: no source beats a wrong one.
Positions are numbers of tokens in a sentence.
"""

from __future__ import annotations

from corpus.claims.offices import OFFICES
from corpus.claims.sentences import QUOTE, Sentence, Token, is_abbreviation
from corpus.claims.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    word_set,
)

Range = tuple[int, int]
"""Tokens of a sentence: first, and one past the last."""

LONGEST = 40
"""Tokens a phrase may have with what is put beside it; longer ones are lists or mistakes."""

NO_SOURCE = word_set("there here this that these those what which such i we you")
"""Words that can stand before a verb of saying and are nobody, or the article's own author."""

OPENS_ASIDE = word_set("a an the its his her their one of from")
"""What may come first beside a name: "Ana Ruiz, the lawyer", "Ana Ruiz, of Leeds"."""

NO_HEAD = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | NEGATIONS
LEAVES_PHRASE = (
    word_set("on during after before to as about since via through into")
    | AUXILIARIES
    | SUBORDINATORS
    | RELATIVES
)
MAY_LEAVE_PHRASE = word_set("in at with by from for")
"""Prepositions that leave the phrase before "a" or a time: "said Smith in a letter"."""


def phrase_before(tokens: Sentence, end: int) -> Range | None:
    """Give the noun phrase that ends right before token `end`, with what is put beside it.

    "Ana Ruiz, a lawyer for the family, | said" gives all up to the second comma; "Ana Ruiz, who |
    said" gives the name alone.
    """
    head = _before_aside(tokens, end)
    if head is None:
        return None
    last = end - 1 if head < end and tokens[end - 1].word == "," else head
    start = _left_edge(tokens, head)
    if start is None:
        return None
    start = _skip_openers(tokens, start, head)
    head_end = _drop_times(tokens, start, head)
    if not _names_somebody(tokens, start, head_end):
        return None
    return (start, last if last > head else head_end)


def phrase_after(tokens: Sentence, start: int) -> Range | None:
    """Give the noun phrase that begins at token `start`, with what is put beside it."""
    end = start
    while end < min(len(tokens), start + LONGEST) and _runs_on(tokens, start, end):
        end += 1
    end = _drop_times(tokens, start, end)
    if not _names_somebody(tokens, start, end):
        return None
    return (start, _after_aside(tokens, start, end))


def _before_aside(tokens: Sentence, end: int) -> int | None:
    """Give where the phrase proper ends: before ", a lawyer for the family," or ", who"."""
    if not end:
        return None
    if tokens[end - 1].word in RELATIVES:
        return end - 2 if end > 1 and tokens[end - 2].word == "," else end - 1
    if tokens[end - 1].word != ",":
        return end
    head: int | None = None
    close = end - 1
    while (opening := _comma_before(tokens, close)) is not None:
        if not _is_aside(tokens, opening + 1, _segment_start(tokens, opening)):
            break
        head = close = opening
    return head


def _comma_before(tokens: Sentence, close: int) -> int | None:
    for number in range(close - 1, max(-1, close - LONGEST), -1):
        if tokens[number].word == ",":
            return number
        if tokens[number].word in (QUOTE, ";", ":"):
            return None
    return None


def _segment_start(tokens: Sentence, comma: int) -> int:
    """Give where the stretch before `comma` begins: after the comma before it, or with all."""
    before = _comma_before(tokens, comma)
    return 0 if before is None else before + 1


def _is_aside(tokens: Sentence, first: int, head: int | None = None) -> bool:
    """Tell whether the stretch from `first` says who the phrase before the comma is.

    `head` is where that phrase begins: after "the mayor," a bare name is an aside too.
    """
    token = tokens[first]
    following = tokens[first + 1] if first + 1 < len(tokens) else None
    if token.word in RELATIVES or token.word in OFFICES or token.word in OPENS_ASIDE:
        return True
    if token.word.isdigit():
        return following is None or following.word == ","
    if token.word.endswith("ed") or token.word.startswith(("r-", "d-")):
        return token.capital or (following is not None and following.word in PREPOSITIONS)
    return head is not None and token.capital and tokens[head].word in DETERMINERS


def _after_aside(tokens: Sentence, start: int, end: int) -> int:
    """Give the end of the phrase with the asides that follow it, commas left out at the end."""
    while end + 1 < len(tokens) and tokens[end].word == "," and _is_aside(tokens, end + 1, start):
        close = end + 1
        while close < len(tokens) and close - end < LONGEST and not tokens[close].ends_phrase:
            close += 1
        end = close
    return end


def _left_edge(tokens: Sentence, end: int) -> int | None:
    """Give where the phrase that ends at `end` begins, None if something verbal is in the way."""
    start = end
    while start > max(0, end - LONGEST):
        token = tokens[start - 1]
        if token.word in PRONOUNS and not is_abbreviation(tokens, start - 1):
            return start - 1 if start == end else start
        if token.word in AUXILIARIES and not token.capital:
            return None
        if _opens_clause(tokens, start - 1):
            return start
        start -= 1
    return start


def _opens_clause(tokens: Sentence, number: int) -> bool:
    token = tokens[number]
    if token.word in CONJUNCTIONS:
        return not _joins_names(tokens, number)
    if token.word in SUBORDINATORS or token.word in RELATIVES:
        return True
    return token.ends_phrase and not is_abbreviation(tokens, number)


def _joins_names(tokens: Sentence, number: int) -> bool:
    """Tell whether the "and" there joins two names ("Ruiz and Lee") or two plain plurals."""
    if not 0 < number < len(tokens) - 1 or tokens[number].word != "and":
        return False
    left, right = tokens[number - 1], tokens[number + 1]
    if left.capital and right.capital:
        return True
    plurals = left.word.endswith("s") and not left.capital and not right.capital
    return plurals and (number < 2 or tokens[number - 2].ends_phrase)


def _skip_openers(tokens: Sentence, start: int, end: int) -> int:
    """Step over what comes before the phrase proper: "Meanwhile", "But", "On Friday"."""
    while start < end:
        token = tokens[start]
        timely = token.word in PREPOSITIONS and start + 1 < end and tokens[start + 1].is_time
        if not (timely or token.word in OPENERS or token.is_time or token.is_adverb):
            break
        start += 1
    return start


def _drop_times(tokens: Sentence, start: int, end: int) -> int:
    """Step back over what comes after the phrase proper: "on Friday", "today"."""
    while end > start + 1:
        last = tokens[end - 1]
        timely = last.is_time or last.is_adverb or last.word in PREPOSITIONS
        if not timely:
            break
        end -= 1
    return end


def _names_somebody(tokens: Sentence, start: int, end: int) -> bool:
    """Tell whether the phrase can be a source: it has a head and does not hang on a preposition."""
    if start >= end:
        return False
    first, last = tokens[start], tokens[end - 1]
    if not first.is_word or first.word in NO_SOURCE or first.word in PREPOSITIONS:
        return False
    if first.word in PRONOUNS:
        return end - start == 1
    if end - start == 1 and (first.is_time or first.is_adverb):
        return False
    if not (last.is_word or is_abbreviation(tokens, end - 1)):
        return False
    return last.word not in NO_HEAD and not last.word.endswith("'s")


def _runs_on(tokens: Sentence, start: int, number: int) -> bool:
    """Tell whether the phrase that began at `start` still goes on with the token at `number`."""
    token = tokens[number]
    following: Token | None = tokens[number + 1] if number + 1 < len(tokens) else None
    if token.word in PRONOUNS or tokens[start].word in PRONOUNS:
        return number == start
    if token.word in CONJUNCTIONS:
        return _joins_names(tokens, number)
    if token.ends_phrase:
        return is_abbreviation(tokens, number)
    if token.word in LEAVES_PHRASE or token.is_adverb or token.is_time:
        return False
    leaves = (
        following is None or following.word in ("a", "an", "her", "his", "its") or following.is_time
    )
    return not (token.word in MAY_LEAVE_PHRASE and leaves)
