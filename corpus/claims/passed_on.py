"""Find the claim inside a report whose words the finder took whole: "Vienna suspects that …, X wrote".

Who is reported to say so is its owner, and who reports it the relay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from corpus.claims.finder import Attribution, in_order
from corpus.claims.places import Places
from corpus.languages.english.document import Document
from corpus.languages.english.inflection import Form
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import Token
from corpus.stance import Stance

SURENESS = 0.9
"""Confidence of such a claim, as a share of that of the report around it."""

LONGEST_SOURCE = 12
"""Tokens before the verb, at most."""

SAYING = frozenset(
    [
        Stance.ACCUSES,
        Stance.ASSERTS,
        Stance.BELIEVES,
        Stance.DENIES,
        Stance.DOUBTS,
        Stance.HEDGES,
        Stance.PROMISES,
    ]
)
FINITE = frozenset([Form.PAST, Form.PRESENT])
PERFECT = frozenset(["has", "have"])
NOT_IN_SOURCE = (
    LEXICON.auxiliaries
    | LEXICON.relatives
    | LEXICON.subordinators
    | LEXICON.conjunctions
    | frozenset(["that", "to", "not"])
)
NAMING = frozenset(["call"])
"""Verbs that mostly give a name before what they are about: "a firm called Lumen"."""

NOT_SAID = LEXICON.prepositions | LEXICON.conjunctions | frozenset([",", "to"])
"""What what is said does not begin with: "said on Friday", "reported to the police"."""


def with_passed_on(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with the claims that open the content of others and were not found there."""
    cues = Places(span for each in found for span in each.cue)
    added = [
        claim
        for each in found
        if each.source and each.cue and not cues.touch(each.content[0])
        for claim in _passed_on(document, each)
    ]
    return in_order([*found, *added])


def _passed_on(document: Document, report: Attribution) -> Iterator[Attribution]:
    start, end = report.content[0]
    if start > report.cue[0][0] or document.is_inside_quotation(start):
        return  # "Ruiz said the firm had reported a loss" is no claim of the firm's
    tokens = document.tokens_in(start, end)
    if tokens and tokens[0].word == "that":
        tokens = tokens[1:]
    source = [*takewhile(_may_be_of_source, tokens[:LONGEST_SOURCE])]
    source, cue = _parted(source, tokens)
    if not source or not cue or not _is_noun_phrase(source):
        return
    rest = tokens[len(source) + len(cue) :]
    verb, content = cue[-1], _content(rest)
    if content is not None and _agrees(source[-1], verb, rest):
        span = content, end
        yield Attribution(
            ((source[0].start, source[-1].end),),
            ((cue[0].start, cue[-1].end),),
            (span,),
            confidence=report.confidence * SURENESS,
        )


def _may_be_of_source(token: Token) -> bool:
    return token.is_word and token.word not in NOT_IN_SOURCE and not _is_saying(token)


def _parted(source: list[Token], tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Return a noun phrase and the verb after it with its helpers: "has", "also said"."""
    end = len(source)
    while end < len(tokens) and tokens[end].word in PERFECT:
        end += 1
    while end < len(tokens) and tokens[end].is_adverb:
        end += 1
    perfect = any(token.word in PERFECT for token in tokens[len(source) : end])
    if end >= len(tokens) or not _is_saying(tokens[end], perfect=perfect):
        return source, []
    while source and source[-1].is_adverb:
        source = source[:-1]
    return source, [*tokens[len(source) : end + 1]]


def _is_saying(token: Token, *, perfect: bool = False) -> bool:
    verb = LEXICON.verb(token.word)
    if verb is None or token.capital or verb.stance not in SAYING:
        return False
    if verb.base in LEXICON.also_acts | NAMING:
        return False
    if verb.form is Form.BASE:
        return verb.base not in LEXICON.also_nouns
    return verb.form in FINITE or (perfect and verb.form is Form.PARTICIPLE)


def _agrees(noun: Token, verb: Token, rest: Sequence[Token]) -> bool:
    """Tell "the lawyers think" from "the first reports", which is no clause."""
    known = LEXICON.verb(verb.word)
    if known is None or (known.base in LEXICON.also_nouns and known.form is Form.PRESENT):
        return rest[0].word == "that"
    plural = noun.word.endswith("s") or noun.word == "they"
    return plural or known.form is not Form.BASE


def _is_noun_phrase(source: Sequence[Token]) -> bool:
    first = source[0]
    opens = first.capital or first.word in LEXICON.determiners | LEXICON.pronouns
    whole = len(source) == 1 or LEXICON.pronouns.isdisjoint(token.word for token in source)
    return opens and whole and source[-1].word not in LEXICON.prepositions | LEXICON.determiners


def _content(rest: Sequence[Token]) -> int | None:
    """Return where what is said begins, None where no more than the verb's act is told."""
    if rest and rest[0].word in LEXICON.object_pronouns:
        rest = rest[1:]  # "promised him it would be built"
    if rest and rest[0].word == "that":
        rest = rest[1:]
    elif rest and rest[0].word in NOT_SAID:
        return None
    return rest[0].start if rest else None
