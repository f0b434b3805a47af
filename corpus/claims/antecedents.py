"""Weigh whom "he" or "she" may mean: a choice among the persons named shortly before, or nobody of them.

A conditional logit (McFadden, 1974) over what a reader goes by: who stands near, who spoke last, who
is the subject. `python -m corpus.learning antecedents` learns and prints `WEIGHTS`. Before it come
constraints that no weight can outvote: gender, and who a clause shows to be somebody else.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.nesting import covers
from corpus.claims.names import OFFICES
from corpus.claims.people import Mention, Named, People
from corpus.claims.speaker import Speaker
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import Token

PARAGRAPHS_BACK = 3
"""Paragraphs before the pronoun's own in which whom it means is looked for."""

CLAIMS_BACK = 12
"""Claims before the pronoun's own whose speakers are looked at."""

OBJECTS = {"he": frozenset(["him", "himself"]), "she": frozenset(["her", "herself"])}

WEIGHTS: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A "he" or "she": the word in lower case, where it stands, and the words it is said to have said.

    `said` is the content of the pronoun's own claim, () where it makes none.
    """

    word: str
    start: int
    said: tuple[Span, ...] = ()


class Candidate(NamedTuple):
    """A person whom the pronoun may mean, and what was measured of them, by the names of `WEIGHTS`."""

    person: Named
    measured: Mapping[str, float]


class _Site(NamedTuple):
    """A place where a person is spoken of: by name, or by the source of a claim of theirs."""

    span: Span
    person: Named
    mention: Mention | None


def likeliest(candidates: Sequence[Candidate]) -> tuple[Named | None, float]:
    """Return the likeliest person and the chance, from 0 to 1, that the pronoun means that one."""
    if not candidates:
        return None, 0.0
    odds = [math.exp(score(candidate.measured)) for candidate in candidates]
    best = max(range(len(odds)), key=odds.__getitem__)
    return candidates[best].person, odds[best] / (1 + sum(odds))


def score(measured: Mapping[str, float]) -> float:
    """Return the logarithm of the odds of a candidate against nobody."""
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in measured.items())


def candidates_for(
    pronoun: Pronoun,
    document: Document,
    people: People,
    found: Sequence[Attribution],
    named: Sequence[Speaker],
) -> list[Candidate]:
    """Return whom the pronoun may mean, the one mentioned last first.

    `named` are the speakers of the first of `found`, which are in order of the text: those of the
    claims before the pronoun's own.
    """
    paragraph = document.paragraph_at(pronoun.start)
    begin = document.paragraphs[max(0, paragraph - PARAGRAPHS_BACK)][0]
    mentions = people.mentions_between(begin, pronoun.start)
    barred = _barred(pronoun, document, people, mentions)
    claims = [
        (found[number], _speaking(named[number], document, found[number]))
        for number in range(max(0, len(named) - CLAIMS_BACK), len(named))
        if found[number].source and begin <= found[number].source[0][0] < pronoun.start
    ]
    sites = [_Site(m.name.span, m.person, m) for m in mentions]
    sites += [
        _Site(claim.source[0], person, None) for claim, person in claims if person is not None
    ]
    by_person: dict[str, list[_Site]] = {}
    for site in sorted(sites, key=lambda site: site.span):
        if site.person.gender in (None, pronoun.word) and site.person.name not in barred:
            by_person.setdefault(site.person.name, []).append(site)
    latest_first = sorted(by_person.values(), key=lambda sites: sites[-1].span, reverse=True)
    speakers = [person for _, person in claims]
    return [
        Candidate(
            sites[-1].person,
            _measure(pronoun, sites, rank, len(latest_first), document, people, claims, speakers),
        )
        for rank, sites in enumerate(latest_first)
    ]


def _measure(
    pronoun: Pronoun,
    sites: Sequence[_Site],
    rank: int,
    candidates: int,
    document: Document,
    people: People,
    claims: Sequence[tuple[Attribution, Named | None]],
    speakers: Sequence[Named | None],
) -> dict[str, float]:
    last = sites[-1]
    person = last.person
    apart = _sentences_apart(document, last.span[0], pronoun.start)
    named = [site.mention for site in sites if site.mention]
    roles = _roles(document, named[-1]) if named else _Roles(True, False, False)
    speaks = any(covers(claim.source, last.span) for claim, _ in claims)
    told = any(covers(claim.content, last.span) for claim, _ in claims)
    quoted = document.is_inside_quotation(last.span[0])
    lean = people.lean(person)
    paragraphs = document.paragraph_at(pronoun.start) - document.paragraph_at(last.span[0])
    spoke_last = any(s is not None and s.name == person.name for s in speakers[-1:])
    return {
        "known": 1.0,
        "same sentence": float(apart == 0),
        "sentences": math.log1p(apart),
        "paragraphs": float(min(paragraphs, 3)),
        "rank": math.log1p(rank),
        "only": float(candidates == 1),
        "subject": float(roles.subject or speaks),
        "phrase": float(roles.phrase and not speaks),
        "possessive": float(roles.possessive),
        "spoke last": float(spoke_last),
        "told": float(told and not quoted),
        "quoted": float(quoted),
        "mentions": math.log1p(len(sites)),
        "gender": float(person.gender is not None),
        "lean": lean if pronoun.word == "he" else -lean,
        "shown": float(person.shown),
        "full": float(len(person.words) > 1),
    }


def _sentences_apart(document: Document, before: int, after: int) -> int:
    """Count the sentences that begin between two characters, a quotation's as one."""
    return document.whole_sentence_at(after) - document.whole_sentence_at(before)


class _Roles(NamedTuple):
    """What a name is in its clause, as far as its neighbours tell."""

    subject: bool
    phrase: bool
    possessive: bool


def _roles(document: Document, mention: Mention) -> _Roles:
    """Tell the subject of a verb, the name after a preposition, and the owner of something."""
    name = mention.name
    start, end = name.span
    sentence = document.whole_sentences[document.whole_sentence_at(start)]
    begin = name.office[0] if name.office and name.office[0] < start else start
    before = [token for token in document.tokens_in(max(sentence[0], begin - 80), begin)]
    while before and (before[-1].word in LEXICON.determiners or before[-1].word in LEXICON.addresses or (before[-1].word == "." and len(before) > 1 and before[-2].word in LEXICON.addresses)):
        before.pop()
    possessive = document.text[end : end + 2] in ("'s", "’s") or document.text[end : end + 1] in ("'", "’")
    phrase = bool(before) and before[-1].word in LEXICON.prepositions
    after = document.tokens_in(end, min(sentence[1], end + 200))
    subject = not possessive and not phrase and _has_verb(after, name.aside)
    return _Roles(subject, phrase, possessive)


def _has_verb(after: Sequence[Token], aside: Span | None) -> bool:
    """Tell whether a verb follows a name, after what is put beside it."""
    rest = [token for token in after if aside is None or token.start >= aside[1]]
    if rest and rest[0].word in "(,":
        close = ")" if rest[0].word == "(" else ","
        if aside is not None:
            rest = rest[1:]
        else:
            at = next((n for n, token in enumerate(rest[1:12], 1) if token.word == close), None)
            rest = rest[at + 1 :] if at else []
    rest = [token for token in rest[:3] if not token.is_adverb]
    if not rest or rest[0].capital:
        return False
    word = rest[0].word
    return word in LEXICON.auxiliaries or LEXICON.verb(word) is not None or word.endswith("ed")


def _barred(
    pronoun: Pronoun, document: Document, people: People, mentions: Sequence[Mention]
) -> set[str]:
    """Return whom the pronoun cannot mean, by name: those whom its own claim or clause sets apart."""
    apart = {
        mention.person.name
        for start, end in pronoun.said
        if not _opens_with_subordinator(document, start)
        for mention in people.mentions_between(start, end)
    }
    sentence = document.whole_sentences[document.whole_sentence_at(pronoun.start)]
    here = [m for m in mentions if m.name.span[0] >= sentence[0]]
    tokens = document.tokens_in(sentence[0], pronoun.start)
    return apart | {person.name for person in _set_apart(pronoun, tokens, here)}


def _opens_with_subordinator(document: Document, start: int) -> bool:
    """Tell "Though Ruiz lives there, she said": here the pronoun may well be Ruiz."""
    first = document.tokens_in(start, start + 20)[:1]
    return bool(first) and first[0].word in LEXICON.subordinators


def _speaking(speaker: Speaker, document: Document, claim: Attribution) -> Named | None:
    """Return the person who speaks: a known one, or one only described, "a spokesman"."""
    if speaker.person is not None or speaker.name is None:
        return speaker.person
    tokens = document.tokens_in(*claim.source[0])
    words = [*takewhile(lambda w: w not in LEXICON.prepositions | LEXICON.relatives | {","}, (t.word for t in tokens))]
    if not words:
        return None
    head = words[-1]
    gender = "he" if head in LEXICON.masculine_titles | {"man"} else "she" if head in LEXICON.feminine_titles | {"woman"} else None
    one = words[0] in ("a", "an", "one", "the", "another") and (head in OFFICES or gender)
    named = len(words) == 1 and tokens[0].capital and head not in LEXICON.media | LEXICON.organisation_kinds
    return Named(speaker.name, tuple(words), speaker.role, gender, shown=bool(one)) if one or named else None


def _set_apart(
    pronoun: Pronoun, tokens: Sequence[Token], mentions: Sequence[Mention]
) -> Iterator[Named]:
    """Find the persons of the pronoun's sentence that it cannot mean.

    "Asked by Hale why …, he said": the doer of an opening participle is not its subject. "When Hale
    asked him …, he said": the subject of a clause is not its object; and of "When Hale asked Dorn …,
    he said" it is Dorn who answers.
    """
    opens = [token for token in tokens[:3] if token.word not in LEXICON.subordinators | LEXICON.adverbs | {"being", "been", "having"}]
    first = opens[0] if opens else None
    participle = first is not None and _may_be_participle(first, mentions)
    for number, mention in enumerate(mentions):
        start, end = mention.name.span
        begin = mention.name.office[0] if mention.name.office else start
        before = [t.word for t in tokens if t.end <= begin and t.word not in LEXICON.determiners | LEXICON.addresses]
        if participle and "by" in before[-3:]:
            yield mention.person
        following = mentions[number + 1].name.span[0] if number + 1 < len(mentions) else pronoun.start
        after = [t for t in tokens if end <= t.start < following]
        if any(_is_object(after, n, pronoun.word) for n in range(len(after))):
            yield mention.person


def _may_be_participle(first: Token, mentions: Sequence[Mention]) -> bool:
    """Tell the first word of "Asked by …" and "Told of it by …" from a noun's and a name's."""
    closed = LEXICON.prepositions | LEXICON.determiners | LEXICON.pronouns | LEXICON.conjunctions
    named = any(m.name.span[0] <= first.start < m.name.span[1] for m in mentions)
    return first.is_word and first.word not in closed and not named and not first.word.endswith(("s", "ing"))


def _is_object(tokens: Sequence[Token], number: int, pronoun: str) -> bool:
    """Tell the object "him" or "her", which "her" before a noun is not."""
    word = tokens[number].word
    if word not in OBJECTS[pronoun] or word.endswith("self"):
        return False
    if word == "him":
        return True
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    if following is None or not following.is_word:
        return True
    return following.word in (
        LEXICON.prepositions | LEXICON.subordinators | LEXICON.relatives | LEXICON.determiners | LEXICON.pronouns | LEXICON.conjunctions
    )
