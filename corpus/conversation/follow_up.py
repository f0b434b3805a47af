"""A question about what was answered before: "and who denies it?", "why?", "what about Ukraine?".

Nothing is written anew. The words to search are those of the earlier question and the new ones.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from corpus.answering.asked_claims import read_asked_claims
from corpus.answering.pasted import LONGEST_QUESTION, QUESTION_MARKS
from corpus.article import Span
from corpus.conversation.small_talk import only_points, telling_terms
from corpus.languages.english import terms, words
from corpus.languages.english.lexicon import LEXICON
from corpus.stance import Stance

SHORT = 3
"""Words of a text that may name something in the earlier question's place: "Ukraine?"."""

LONGEST_SEARCH = LONGEST_QUESTION
"""Characters of the words searched; those of the earlier question are cut."""

_TOLD_APART = "\n\n"
"""Parts what only tells from what asks, so that each is read as what it is."""

_WHAT_ABOUT = re.compile(r"\W*(?:(?:and|but|so)\s+)?(?:what|how)\s+(?:about|of)\b", re.IGNORECASE)
_OPENER = re.compile(rf"\W*(?:(?:{'|'.join(sorted(LEXICON.goes_on))})\b[\s,]*)+", re.IGNORECASE)
_ASKING = re.compile(
    rf"\W*(?:{'|'.join(sorted(LEXICON.question_words))})\b(?:\s+(?:{'|'.join(sorted(LEXICON.degrees))})\b)?",
    re.IGNORECASE,
)
"""What a question asks with at its beginning: "why", "how many"."""
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_PERSONAL = frozenset(["he", "she", "they", "him", "her", "them", "his", "hers", "their", "theirs"])
_NOT_POINTING = frozenset(["i", "we", "you", "me", "us"])
_POINTERS = (
    LEXICON.pointers
    | LEXICON.pronouns
    | LEXICON.object_pronouns
    | frozenset(["his", "her", "hers", "its", "their", "theirs"])
) - _NOT_POINTING

DISPUTING = (Stance.DENIES, Stance.DOUBTS)

_ASKS_FOR_MORE = frozenset(["how", "what", "when", "where", "why"])
_WHO = frozenset(["who", "whose", "whom"])

_NAME = re.compile(r"(?<=[a-z0-9,;] )[A-Z][\w-]+")
"""A word with a capital that no sentence begins with."""


class Wanted(StrEnum):
    """What a follow-up wants of the last answer."""

    OTHER_SIDE = "who says otherwise"
    OWNER = "who said it"
    SOURCE = "where it stands"
    VERDICT = "whether it is right"
    FURTHER = "something more about it"


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was answered before: the question, whose claim the answer was, and what is named there.

    `owner` is None where the answer was nobody's claim. `names` are the names, in lower case, that
    the answer's article has.
    """

    question: str
    owner: str | None = None
    names: AbstractSet[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up read.

    `searches` are the words to search in the earlier article for something further; which of them
    finds it shows only there. It `is_clear` where the text cannot be understood without what was
    answered before; otherwise it may be a question of its own.
    """

    wanted: Wanted
    searches: tuple[str, ...]
    is_clear: bool


def read_follow_up(text: str, earlier: Earlier, *, is_reply: bool = False) -> FollowUp | None:
    """Read what somebody writes after an answer; None where it is a question of its own.

    `is_reply` tells that it is written as a reply to that answer.
    """
    told = how_it_follows(text, earlier.names, is_reply=is_reply)
    if told is None:
        return None
    wanted, is_clear = told
    return FollowUp(wanted, tuple(_searches(text, earlier)), is_clear)


def how_it_follows(
    text: str, names: AbstractSet[str] = frozenset(), *, is_reply: bool = False
) -> tuple[Wanted, bool] | None:
    """Tell what a text wants of an earlier answer, and whether it needs one; None where it does not.

    `names` are those of the earlier answer's article.
    """
    if only_points(text):
        return _wanted(text), True
    found = [match[0].lower() for match in _WORD.finditer(text)]
    if _only_disputes(found):
        return Wanted.OTHER_SIDE, True
    if _goes_on(text) or _leaves_out_what_is_counted(found) or _tells_too_little(found, names):
        return Wanted.FURTHER, True
    at = next((place for place, word in enumerate(found) if _points(found, place)), None)
    if at is None:
        may_follow = is_reply or (len(found) <= SHORT and not _asks(found))
        return (Wanted.FURTHER, False) if may_follow else None
    return Wanted.FURTHER, not any(map(_may_be_meant, found[:at]))


def asks_something(text: str) -> bool:
    """Tell whether a text asks: by a question mark, by how it begins, or by "source"."""
    if any(mark in text for mark in QUESTION_MARKS):
        return True
    found = [word.lower() for word in _WORD.findall(_without(_OPENER, text))]
    wants_source = only_points(text) and not LEXICON.asks_source.isdisjoint(found)
    return wants_source or _asks(found[:1])


def topic_of(text: str, about: str | None) -> str:
    """Return what goes on from a text would be about: the text, with what it is about itself."""
    if about is None:
        return text
    told = how_it_follows(text, is_reply=True)
    if told is None or told[0] is not Wanted.FURTHER or only_points(text):
        return about
    return next(_searches(text, Earlier(about)))


def names_in(text: str) -> set[str]:
    """Return the words of an article, in lower case, that it writes with a capital within sentences."""
    return {word.lower() for name in _NAME.findall(text) for word in _WORD.findall(name)}


def _wanted(text: str) -> Wanted:
    said = {word.lower() for word in _WORD.findall(text)}
    if said & LEXICON.asks_verdict and not said & _ASKS_FOR_MORE:
        return Wanted.VERDICT
    if said & {"else", "other", "others"}:
        return Wanted.FURTHER
    if said & _WHO and said <= _WHO | LEXICON.asks_owner | LEXICON.pointers | LEXICON.stop_words:
        return Wanted.OWNER
    if said & LEXICON.asks_source:
        return Wanted.SOURCE
    return Wanted.FURTHER


def _goes_on(text: str) -> bool:
    return bool(_WHAT_ABOUT.match(text) or _OPENER.match(text))


def _asks(found: Collection[str]) -> bool:
    return not (LEXICON.question_words | LEXICON.begin_questions).isdisjoint(found)


def _leaves_out_what_is_counted(found: Sequence[str]) -> bool:
    """Tell of "how many does Ukraine have?" that it leaves to the earlier question what is counted."""
    after = [
        last
        for how, degree, last in zip(found, found[1:], [*found[2:], "is"], strict=False)
        if how == "how" and degree in {"many", "much"}
    ]
    return bool(after) and after[0] in LEXICON.begin_questions


def _only_disputes(found: Collection[str]) -> bool:
    """Tell of "and who denies it?" that it asks for the other side, and names nothing besides."""
    telling = [word for word in found if telling_terms(word) and not only_points(word)]
    disputes = LEXICON.differs.union(LEXICON.forms(LEXICON.verbs_with(*DISPUTING)))
    return bool(telling) and disputes.issuperset(telling)


def _tells_too_little(found: Collection[str], names: AbstractSet[str]) -> bool:
    """Tell of "who pays?" and "for how long?" that one word, and no name, tells what is asked."""
    telling = [word for word in found if not only_points(word) and word not in LEXICON.degrees]
    return _asks(found) and len(telling) <= 1 and not names & set(telling)


def _points(found: list[str], at: int) -> bool:
    """Tell whether a word points at something; "that" before a clause, "said that he", does not."""
    word = found[at]
    if word not in _POINTERS:
        return False
    if word == "that":
        following = found[at + 1] if at + 1 < len(found) else ""
        return (
            not following
            or following in LEXICON.begin_questions
            or following in LEXICON.prepositions
        )
    return word != "there" or at + 1 == len(found) or found[at - 1] not in LEXICON.begin_questions


def _may_be_meant(word: str) -> bool:
    """Tell whether a pronoun after a word may mean it: a word that tells, no degree and no verb."""
    if not telling_terms(word) or word in LEXICON.degrees:
        return False
    return not only_points(word) and not LEXICON.verb(word)


def _searches(text: str, earlier: Earlier) -> Iterator[str]:
    """Give the earlier question with the new words; then the new ones alone if they tell enough."""
    bare = _without(_OPENER, _without(_WHAT_ABOUT, text))[:LONGEST_SEARCH]
    said = {word.lower() for word in _WORD.findall(bare)}
    if _WHAT_ABOUT.match(text) or not _asks(said):
        yield from _of_another(bare, earlier)
    elif not telling_terms(bare):
        yield _asked_otherwise(bare, earlier.question)
    else:
        yield _with_what_is_told(bare, earlier, is_of_person=not _PERSONAL.isdisjoint(said))
        if not only_points(bare):
            yield bare


def _of_another(bare: str, earlier: Earlier) -> Iterator[str]:
    """Ask the earlier question of something else: "what about Ukraine?" of "how many are in Kursk?".

    A name or a figure goes into the place of each name or figure there, one at a time. What is no
    name narrows the question, or is asked by itself.
    """
    question, another = earlier.question.rstrip("?!. "), bare.rstrip("?!. ")
    new = [word.lower() for word in _WORD.findall(bare)]
    speaker = read_asked_claims(question).name
    if speaker:
        yield question.replace(speaker, another, 1)[:LONGEST_SEARCH]
    if any(word in earlier.names or word.isdigit() for word in new) or bare[:1].isupper():
        runs = list(_runs(question, earlier.names))
        for start, end in reversed(runs):
            yield f"{question[:start]}{another}{question[end:]}?"[-LONGEST_SEARCH:]
        if runs:
            return
    if speaker:
        return
    yield f"{question[:LONGEST_SEARCH]} {another}?"[-LONGEST_SEARCH:]
    if telling_terms(another):
        yield another


def _runs(question: str, names: Collection[str]) -> Iterator[Span]:
    """Give the characters of each name or figure in a question: of "Port Alder" both words."""
    found: list[Span] = []
    for word in _WORD.finditer(question):
        if not (word[0].lower() in names or word[0].isdigit()):
            continue
        start, end = word.span()
        if found and not question[found[-1][1] : start].strip():
            start = found.pop()[0]
        found.append((start, end))
    yield from found


def _with_what_is_told(bare: str, earlier: Earlier, *, is_of_person: bool) -> str:
    """Put what the earlier question tells before what is asked now."""
    carried = _telling_words(earlier.question)
    if is_of_person and earlier.owner and not _names_among(carried, earlier.names):
        carried = [*carried, earlier.owner]
    known = set(terms(bare))
    told = " ".join(word for word in carried if terms(word)[0] not in known)
    room = LONGEST_SEARCH - len(bare) - len(_TOLD_APART)
    return f"{told[:room]}{_TOLD_APART}{bare}" if told and room > 0 else bare


def _asked_otherwise(bare: str, question: str) -> str:
    """Ask the earlier question with another question word: "why?" of "how long is the bridge shut?"."""
    asking = [word for word in _WORD.findall(bare) if word.lower() not in _POINTERS]
    return " ".join([*asking, *_without(_ASKING, question).split()])[:LONGEST_SEARCH]


def _without(opening: re.Pattern[str], text: str) -> str:
    """Cut off how a text begins, unless nothing is left then."""
    found = opening.match(text)
    return (text[found.end() :].strip() if found else "") or text


def _telling_words(question: str) -> list[str]:
    """List the words of a question that tell what it is about, as they are written."""
    asked = telling_terms(question) - set(terms(" ".join(LEXICON.degrees)))
    return [question[word.start : word.end] for word in words(question) if word.term in asked]


def _names_among(carried: Iterable[str], names: Collection[str]) -> bool:
    return any(word.lower() in names for word in carried)
