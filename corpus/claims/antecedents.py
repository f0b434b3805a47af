"""Weigh whom "he" or "she" may mean: one of the persons named shortly before, or none of them.

A conditional logit (McFadden, 1974) over what a reader goes by: who stands near, who is the subject,
who spoke last. `python -m corpus.learning antecedents` learns and prints `WEIGHTS`. Before it come
constraints that no weight outvotes: gender, and whom a clause shows to be somebody else.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from corpus.article import Span
from corpus.claims.clauses import Place, opens_with_subordinator, place_of, set_apart
from corpus.claims.finder import Attribution
from corpus.claims.names import OFFICES, gender_of
from corpus.claims.nesting import covers
from corpus.claims.people import Mention, Named, People
from corpus.claims.resolution import Resolution
from corpus.claims.speaker import Speaker
from corpus.languages.english.document import Document
from corpus.languages.english.first_names import chances_of
from corpus.languages.english.lexicon import LEXICON

WEIGHTS: Mapping[str, float] = {
    "known": 0.71,
    "same sentence": 0.2,
    "sentences": -1.53,
    "paragraphs": -0.15,
    "subject": 0.26,
    "phrase": -0.97,
    "possessive": -0.08,
    "spoke last": 0.62,
    "told": -0.16,
    "quoted": -0.27,
    "mentions": 0.89,
    "gender": 1.17,
    "lean": 1.37,
    "letters": 0.43,
    "no first name": -0.44,
    "shown": 0.11,
    "full": -0.25,
    "rank": -0.4,
    "topic": 0.7,
    "last subject": 0.95,
}
"""What each measure of a candidate counts; see `_measured`. Nobody has 0."""

PARAGRAPHS_BACK = 3
"""Paragraphs before the pronoun's own in which whom it means is looked for."""

CLAIMS_BACK = 12
"""Claims before the pronoun's own whose speakers are looked at."""


LETTERS_AT_MOST = 3.0
"""The most that a first name's letters may count, as the logarithm of odds."""


ONE = frozenset(["a", "an", "another", "one", "the"])
OWNED_BY = frozenset(["her", "his", "its", "their"])
"""What a description of one person opens with, beside `ONE`: "his widow"."""
PERSONS = OFFICES | LEXICON.people | LEXICON.called_again
"""Nouns for one person."""
ANYBODY = frozenset(["anyone", "everybody", "everyone", "nobody", "others", "somebody", "someone"])
CLOSED_PHRASE = LEXICON.prepositions | LEXICON.relatives | {","}


EITHER = ""
"""Stands for the pronoun of a description that tells no gender."""

SIGNS = {"he": 1, "she": -1, EITHER: 0}
"""Which way what tells a gender counts, where above 0 speaks for "he"."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A "he" or "she": the word in lower case and where it begins; `EITHER` for a description.

    `said` is the content of the pronoun's own claim, () where it makes none.
    """

    word: str
    start: int
    said: tuple[Span, ...] = ()


class Candidate(NamedTuple):
    """A person whom the pronoun may mean, with what was measured, by the names of `WEIGHTS`."""

    person: Named
    measured: Mapping[str, float]


class _Site(NamedTuple):
    """A place where a person is spoken of: `mention` where by name, None where by a claim's source."""

    span: Span
    person: Named
    mention: Mention | None


class _Claim(NamedTuple):
    """A claim before the pronoun's, and the person who makes it, None where that is nobody known."""

    attribution: Attribution
    person: Named | None


def likeliest(
    candidates: Sequence[Candidate], weights: Mapping[str, float] = WEIGHTS
) -> tuple[Named | None, float]:
    """Return the likeliest person and the chance, from 0 to 1, that the pronoun means that one."""
    if not candidates:
        return None, 0.0
    odds = [
        math.exp(sum(weight * measured[name] for name, weight in weights.items()))
        for _, measured in candidates
    ]
    best = max(range(len(odds)), key=odds.__getitem__)
    return candidates[best].person, odds[best] / (1 + sum(odds))


def candidates_for(
    pronoun: Pronoun,
    document: Document,
    people: People,
    found: Sequence[Attribution],
    named: Sequence[Speaker],
) -> list[Candidate]:
    """Return whom the pronoun may mean, the one spoken of last first.

    `named` are the speakers of the claims before the pronoun's own, which are the first of `found`.
    """
    paragraph = document.paragraph_at(pronoun.start)
    begin = document.paragraphs[max(0, paragraph - PARAGRAPHS_BACK)][0]
    mentions = people.mentions_between(begin, pronoun.start)
    main = people.main_person_before(begin)
    if main is not None and main.person.name not in {mention.person.name for mention in mentions}:
        mentions = [main, *mentions]
    claims = [
        _Claim(found[number], _person_of(named[number], document, people, found[number]))
        for number in range(max(0, len(named) - CLAIMS_BACK), len(named))
        if found[number].source and begin <= found[number].source[0][0] < pronoun.start
    ]
    sites = [_Site(mention.name.span, mention.person, mention) for mention in mentions]
    sites += [_Site(c.attribution.source[0], c.person, None) for c in claims if c.person]
    others = _others(pronoun, document, people, mentions)
    others |= {c.person.name for c in claims if c.person and _is_own_word(pronoun, document, c)}
    by_person: dict[str, list[_Site]] = {}
    for site in sorted(sites, key=lambda site: site.span):
        fits = pronoun.word == EITHER or site.person.gender in (None, pronoun.word)
        if fits and site.person.name not in others:
            by_person.setdefault(site.person.name, []).append(site)
    latest_first = sorted(by_person.values(), key=lambda sites: sites[-1].span, reverse=True)
    of_each = [_measured(pronoun, sites, document, people, claims) for sites in latest_first]
    subjects = [rank for rank, each in enumerate(of_each) if each["subject"]]
    last_subject = min(subjects, key=lambda rank: (of_each[rank]["sentences"], -rank), default=None)
    own = document.paragraphs[paragraph][0]
    first_here = next((mention for mention in mentions if mention.name.span[0] >= own), None)
    topic = first_here.person if first_here else None
    return [
        Candidate(
            sites[-1].person,
            {
                **measured,
                "rank": math.log1p(rank),
                "topic": float(sites[-1].person is topic),
                "last subject": float(rank == last_subject),
            },
        )
        for rank, (sites, measured) in enumerate(zip(latest_first, of_each, strict=True))
    ]


def _person_of(
    speaker: Speaker, document: Document, people: People, claim: Attribution
) -> Named | None:
    """Return the person who speaks: a known one, or one only described, "a spokesman"."""
    if speaker.person is not None or speaker.name is None:
        return speaker.person
    within = people.persons_between(*claim.source[0])
    if len(within) == 1 and within[0].shown:
        return within[0]
    tokens = document.tokens_in(*claim.source[0])
    words = [token.word for token in tokens]
    described = [*takewhile(lambda word: word not in CLOSED_PHRASE, words)]
    roles = [word for word in described if word in PERSONS or gender_of([word])]
    gender = gender_of(roles[-1:])
    of_somebody = words[0] in OWNED_BY or words[0].endswith(("'s", "s'"))
    is_one = bool(roles) and (words[0] in ONE or of_somebody)
    is_name = len(words) == 1 and tokens[0].capital and not _is_of_many(words[0])
    if not is_one and not is_name:
        return None
    person = Named(speaker.name, tuple(described), speaker.role, gender, shown=is_one)
    return person if person.is_person else None


def _is_of_many(word: str) -> bool:
    """Tell "Everyone" and "Prosecutors", capital where they open a sentence, from a surname."""
    return word in ANYBODY or word.endswith("s")


def _measured(
    pronoun: Pronoun,
    sites: Sequence[_Site],
    document: Document,
    people: People,
    claims: Sequence[_Claim],
) -> dict[str, float]:
    """Measure a candidate by where they are spoken of, in order of the text."""
    at, person, _ = last = sites[-1]
    apart = document.whole_sentence_at(pronoun.start) - document.whole_sentence_at(at[0])
    paragraphs = document.paragraph_at(pronoun.start) - document.paragraph_at(at[0])
    named = [site.mention for site in sites if site.mention is not None]
    place = place_of(document, named[-1]) if named else Place(True, False, False)
    speaks = any(covers(claim.attribution.source, at) for claim in claims)
    quoted = document.is_inside_quotation(at[0])
    told = not quoted and any(covers(claim.attribution.content, at) for claim in claims)
    speaker = claims[-1].person if claims and pronoun.said else None
    spoke_last = speaker is not None and speaker.name == person.name
    lean = people.lean(last.person)
    letters, no_name = _by_letters(person, pronoun)
    return {
        "known": 1.0,
        "same sentence": float(apart == 0),
        "sentences": math.log1p(apart),
        "paragraphs": float(paragraphs),
        "subject": float(place.subject or speaks),
        "phrase": float(place.phrase and not speaks),
        "possessive": float(place.possessive),
        "spoke last": float(spoke_last),
        "told": float(told),
        "quoted": float(quoted),
        "mentions": math.log1p(len(sites)),
        "gender": float(person.gender is not None),
        "lean": lean * SIGNS.get(pronoun.word, 0),
        "letters": letters,
        "no first name": no_name,
        "shown": float(person.shown),
        "full": float(len(person.words) > 1),
    }


def _by_letters(person: Named, pronoun: Pronoun) -> tuple[float, float]:
    """Return what a first name's letters tell for the pronoun's gender, and against a first name.

    The former is the logarithm of the odds, at most `LETTERS_AT_MOST` either way. Both are 0 where
    something better tells the gender, and for a name of one word.
    """
    is_described = person.words[0] in LEXICON.determiners
    if person.gender is not None or len(person.words) == 1 or is_described:
        return 0.0, 0.0
    he, she, neither = chances_of(person.words[0])
    odds = math.log((he + 0.01) / (she + 0.01)) * (1 - neither)
    limited = max(-LETTERS_AT_MOST, min(LETTERS_AT_MOST, odds))
    return limited * SIGNS.get(pronoun.word, 0), neither


def _others(
    pronoun: Pronoun, document: Document, people: People, mentions: Sequence[Mention]
) -> set[str]:
    """Return the names of those whom the pronoun cannot mean.

    Nobody names themselves in what they say; "Though Ruiz lives there, she said" is no such content.
    """
    said_of = {
        mention.person.name
        for start, end in pronoun.said
        if not opens_with_subordinator(document, start)
        for mention in people.mentions_between(start, end)
    }
    sentence = document.whole_sentences[document.whole_sentence_at(pronoun.start)]
    tokens = document.tokens_in(sentence[0], pronoun.start)
    here = [mention for mention in mentions if mention.name.span[0] >= sentence[0]]
    return said_of | {
        person.name for person in set_apart(pronoun.word, pronoun.start, tokens, here)
    }


def _is_own_word(pronoun: Pronoun, document: Document, claim: _Claim) -> bool:
    """Tell a pronoun inside somebody's own words, who would say "I" for themselves."""
    attribution = claim.attribution
    verbatim = attribution.resolution is Resolution.LABEL or document.is_inside_quotation(
        pronoun.start
    )
    return verbatim and covers(attribution.content, (pronoun.start, pronoun.start + 1))
