"""Find the names in a stretch of text, with the role or form of address that stands beside each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span
from corpus.languages.english.first_names import chances_of
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import TERMINAL, Token, is_abbreviation

MOST_PARTICLES = 2

NICKNAME_MARKS = frozenset(["“”", '""', "‘’", "''", "()"])
MOST_NICKNAMES = 2
"""Words of a nickname at most: Robert “Big Bob” Lorne."""

OF_ORGANISATIONS = LEXICON.organisation_kinds | LEXICON.firm_words | LEXICON.media
"""Words that show a name to be an organisation's, whatever its first word looks like."""

MASCULINE = LEXICON.masculine_titles | LEXICON.masculine_people
FEMININE = LEXICON.feminine_titles | LEXICON.feminine_people

OFFICES = LEXICON.offices | LEXICON.ranks

NOT_NAMES = (
    LEXICON.determiners
    | LEXICON.prepositions
    | LEXICON.pronouns
    | LEXICON.subordinators
    | LEXICON.relatives
    | LEXICON.conjunctions
    | LEXICON.sentence_openers
    | LEXICON.nobody
    | (LEXICON.auxiliaries - {"may", "will"})
    | {"there", "here", "not", "such", "according", "either", "one"}
)
"""Words that are capital only because they open a sentence."""

LOCATING = frozenset(["in", "at", "near", "across", "throughout"])

SURELY = 0.9
"""The chance from which letters tell that a word is, or is not, a first name."""

CLOSING_MARKS = frozenset(['"', "”", "’", "'"])

LONGEST_ROLE = 24
"""Tokens of a role; a longer stretch between commas is a clause."""


LONGEST_DEFINITE_ROLE = 10
"""Tokens of a role that begins with "the"."""

LONGEST_DESCRIPTION = 4
"""Words of a role before a comma and a name, such as "deputy head of ports, Bo Lee", at most."""

OPENS_DESCRIPTION = frozenset(["her", "his", "its", "our", "the", "their"])
"""What a role of one person begins with, where it stands before the name and a comma."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: its span, its words in lower case, and what is beside it.

    `office` is the role before it, `aside` the one after it; `addressed` is true after "Mr." and the
    like. `gender` is "he" or "she" where a word beside it says so. `definite` is true after "the",
    `located` after a word like "in" or where the name itself is a place's: "South", "New".
    """

    span: Span
    words: tuple[str, ...]
    office: Span | None = None
    aside: Span | None = None
    addressed: bool = False
    gender: str | None = None
    definite: bool = False
    located: bool = False


def names_in(tokens: Sequence[Token]) -> Iterator[Name]:
    """Return the names among `tokens` in order; a run of offices alone is none."""
    number = 0
    while number < len(tokens):
        if not _can_be_name(tokens, number):
            number += 1
            continue
        end = _run_end(tokens, number)
        name = _name(tokens, number, end)
        if name is not None:
            yield name
        number = end


def _can_be_name(tokens: Sequence[Token], number: int) -> bool:
    """Tell capital words, function words and dates left out; June is a name before a surname."""
    token = tokens[number]
    if not token.capital:
        return False
    if token.word in NOT_NAMES and not _is_initial(tokens, number):
        return False
    if not token.is_time:
        return True
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    return token.word in LEXICON.months and following is not None and following.capital


def _is_initial(tokens: Sequence[Token], number: int) -> bool:
    """Tell the "A." of "Roberta A. Kaplan" from the article."""
    between = 0 < number < len(tokens) - 2 and tokens[number - 1].capital
    return between and is_abbreviation(tokens, number + 1) and tokens[number + 2].capital


def _run_end(tokens: Sequence[Token], start: int) -> int:
    """Return where the run of capital words that begins at `start` ends."""
    end = start + 1
    while end < len(tokens) and not tokens[end - 1].word.endswith("'s"):
        if _can_be_name(tokens, end) or is_abbreviation(tokens, end):
            end += 1
        elif (after := _after_particles(tokens, end) or _after_nickname(tokens, end)) is not None:
            end = after
        else:
            break
    return end


def _after_particles(tokens: Sequence[Token], start: int) -> int | None:
    """Return where "von der Leyen" goes on after its particles; None if this is no such name."""
    end = start
    while (
        end < len(tokens)
        and end - start < MOST_PARTICLES
        and tokens[end].word in LEXICON.name_particles
    ):
        end += 1
    named = end < len(tokens) and _can_be_name(tokens, end)
    return end if end > start and named else None


def _after_nickname(tokens: Sequence[Token], start: int) -> int | None:
    """Return where a name goes on after a nickname in marks, None if this is none: “Mimi”, (Bob)."""
    inside = start + 1
    while inside < len(tokens) and inside - start <= MOST_NICKNAMES and tokens[inside].capital:
        inside += 1
    if inside == start + 1 or inside + 1 >= len(tokens):
        return None
    marks = tokens[start].word + tokens[inside].word
    goes_on = tokens[inside + 1].capital and _can_be_name(tokens, inside + 1)
    return inside + 1 if marks in NICKNAME_MARKS and goes_on else None


def _name(tokens: Sequence[Token], start: int, end: int) -> Name | None:
    """Read the run of capital words from `start` to `end` as [role] [Mr.] name."""
    first = _after_offices(tokens, start, end)
    if first == end or not tokens[first].is_word:
        return None
    before = tokens[first - 1] if first else None
    if before is not None and before.word == "." and first > 1:
        before = tokens[first - 2]
    addressed = before is not None and before.word in LEXICON.addresses
    office = _office(tokens, start, first)
    if office is None and first > start and _opens_with_trade(tokens, start, end):
        office = tokens[start].start, tokens[start].end
    beside = [token.word for token in tokens[max(0, start - 1) : first]]
    outside = tokens[start - 1].word if start and first == start else ""
    begin = start - 1 if first == start and _is_capital_article(tokens, start - 1) else first
    last = tokens[end - 1]
    possessive = len("'s") if last.word.endswith("'s") else 0
    words = tuple(token.word.removesuffix("'s") for token in tokens[first:end] if token.is_word)
    return Name(
        span=(tokens[begin].start, last.end - possessive),
        words=words,
        office=office,
        aside=None if possessive else _aside(tokens, end),
        addressed=addressed,
        gender=gender_of(beside) or _gender_of_first(words),
        definite=outside == "the",
        located=outside in LOCATING or tokens[first].word in LEXICON.place_adjectives,
    )


def _is_capital_article(tokens: Sequence[Token], number: int) -> bool:
    """Tell the "The" of "told The Wall Street Journal" from one that opens a sentence."""
    if number < 1 or tokens[number].word != "the" or not tokens[number].capital:
        return False
    return tokens[number - 1].is_word


def _after_offices(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where the name proper begins in "Dutch Defence Minister Anna Smit"."""
    for number in range(end - 1, start - 1, -1):
        if tokens[number].word in OFFICES or tokens[number].word in LEXICON.addresses:
            after = number + 1
            while after < end and tokens[after].word in LEXICON.office_seconds | {"."}:
                after += 1
            return after
    return start + 1 if _opens_with_trade(tokens, start, end) else start


def _opens_with_trade(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell the "Restorer" that is capital since it opens a sentence: "Restorer Huw Gethin said"."""
    before = tokens[start - 1].word if start else "."
    if end - start < 3 or (before[0] not in TERMINAL and before not in CLOSING_MARKS):  # noqa: PLR2004
        return False
    no_name, first_name = (chances_of(token.word).neither for token in tokens[start : start + 2])
    plain = tokens[start].word not in LEXICON.place_adjectives | OF_ORGANISATIONS
    return plain and no_name > SURELY and first_name < 1 - SURELY


def _office(tokens: Sequence[Token], start: int, first: int) -> Span | None:
    """Return the role that ends right before the name at `first`, whose run begins at `start`."""
    end = first
    if (described := _described_before(tokens, end)) is not None:
        return described
    while end and (is_abbreviation(tokens, end - 1) or tokens[end - 1].word in LEXICON.addresses):
        end -= 1
    last = end
    while end and tokens[end - 1].word in LEXICON.office_seconds:
        end -= 1
    if not end or tokens[end - 1].word not in OFFICES:
        return None
    begin = min(start, end - 1)
    while begin and end - begin < LONGEST_ROLE:
        if _belongs_to_office(tokens, begin - 1):
            begin -= 1
        elif begin > 1 and tokens[begin - 1].word == "of" and _belongs_to_office(tokens, begin - 2):
            begin -= 2  # "Hall of Fame trainer"
        else:
            break
    if last < first and tokens[last].word == ".":
        last += 1
    return tokens[begin].start, tokens[last - 1].end


def _described_before(tokens: Sequence[Token], first: int) -> Span | None:
    """Return the role in "the skipper, Bo Lee" and in "Norland's ports minister, Bo Lee,"."""
    if first < 3 or tokens[first - 1].word != "," or tokens[first - 2].word not in OFFICES:  # noqa: PLR2004
        return None
    begin = end = first - 2
    while begin and end - begin < LONGEST_DESCRIPTION and _is_of_description(tokens[begin - 1]):
        begin -= 1
    opening = begin - 1 if begin > 1 and tokens[begin - 1].word == "own" else begin
    before = tokens[opening - 1] if opening else None
    if before is None or (before.word not in OPENS_DESCRIPTION and not before.word.endswith("'s")):
        return None
    is_short = before.word == "the" and begin == end
    return (tokens[begin].start, tokens[end].end) if is_short or _is_closed(tokens, first) else None


def _is_of_description(token: Token) -> bool:
    closed = LEXICON.determiners | LEXICON.prepositions | LEXICON.conjunctions | {"own"}
    return token.is_word and not token.word.endswith("'s") and token.word not in closed


def _is_closed(tokens: Sequence[Token], first: int) -> bool:
    """Tell a name with a mark after it, "the mayor, Bo Lee, said", from "the mayor, Bo Lee said"."""
    end = first
    while end < len(tokens) and tokens[end].capital:
        end += 1
    return end < len(tokens) and tokens[end].ends_phrase


def _belongs_to_office(tokens: Sequence[Token], number: int) -> bool:
    token = tokens[number]
    if token.capital:
        return token.word not in NOT_NAMES
    return (
        token.word in LEXICON.office_qualifiers
        or token.word in OFFICES
        or is_abbreviation(tokens, number)
    )


def _aside(tokens: Sequence[Token], comma: int) -> Span | None:
    """Return the role after the name: "Ana Ruiz, 51, a lawyer for the family," says one."""
    if comma + 1 >= len(tokens) or tokens[comma].word != ",":
        return None
    aged = tokens[comma + 1].word.isdigit() and [t.word for t in tokens[comma + 2 : comma + 3]] == [
        ","
    ]
    first = end = comma + (3 if aged else 1)
    while end < len(tokens) and not _closes_aside(tokens, end):
        end += 1
    words = [token.word for token in tokens[first:end]]
    if not words or len(words) > LONGEST_ROLE or not LEXICON.auxiliaries.isdisjoint(words):
        return None
    is_office = not OFFICES.isdisjoint(words)
    opens = words[0] in OFFICES or words[0] in ("its", "his", "her")
    a_single_one = words[0] == "the" and "and" not in words and len(words) <= LONGEST_DEFINITE_ROLE
    is_role = words[0] in ("a", "an") or a_single_one or (opens and is_office)
    return (tokens[first].start, tokens[end - 1].end) if is_role else None


def _closes_aside(tokens: Sequence[Token], number: int) -> bool:
    token = tokens[number]
    if token.word in LEXICON.relatives or token.word[0] in TERMINAL:
        return not is_abbreviation(tokens, number)
    return token.ends_phrase


def gender_of(beside: Sequence[str]) -> str | None:
    """Tell "he" or "she" from titles and words for persons: "Mrs.", "spokesman", "mother"."""
    if not MASCULINE.isdisjoint(beside):
        return "he"
    return None if FEMININE.isdisjoint(beside) else "she"


def _gender_of_first(words: Sequence[str]) -> str | None:
    """Tell "he" or "she" from the first name of a name of several words."""
    if len(words) == 1:
        return None
    first = words[0]
    if first in LEXICON.masculine_names:
        return "he"
    return "she" if first in LEXICON.feminine_names else None
