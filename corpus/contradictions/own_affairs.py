# ruff: noqa: SIM905 - long lists of words read better as text
"""Tell whether two sources, though their words are alike, each speak of their own."""

from __future__ import annotations

import re

from corpus.claims import Claim
from corpus.contradictions.statement import ANOTHER, Statement
from corpus.languages.english import terms
from corpus.languages.english.forms import term_of
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import meaning
from corpus.languages.english.numbers import WRITTEN

_WITHOUT_SUBJECT = re.compile(
    r"\W*to\b|\w+ing\b(?!.*\b(?:will|would|can|could|is|was|are|were|has|had|costs?|takes?|took)\b)"
)
"""A content that has no subject but its source: "spending $2 million on posters", "to have won"."""

_SPEAKER = re.compile(
    r"\W*(?:that\s+)?(?:(?:\w+\s+){0,3}(?:of|in|by|from|for|at)\s+)?"
    r"(?:I|we|he|she|it|they|my|our|his|her|its|their)\b"
    r"(?!\s+(?:had\s+)?(?:saw|seen|heard|noticed)\b)",
    re.IGNORECASE,
)
"""A content about its speaker, or what is the speaker's: "that 5 of our buses were late". What the
speaker saw or heard is about something else."""

_OWNED = frozenset(
    meaning(term_of(word))
    for word in "sales revenue profits turnover income orders deliveries output production "
    "membership staff shares".split()
)
"""What is somebody's without being said to be: a firm says that "sales rose"."""

_LOCAL = frozenset(
    meaning(term_of(word))
    for word in "police officers sheriff mayor council councillor governor fire hospital doctors "
    "school court prosecutors residents researchers scientists university spokesman".split()
)
"""Sources that speak of their own town, patients or firm: each has a "the driver" or "the trial"."""

_PLACE = re.compile(
    r"\b(?:in|of|at|from|for|near)\s+(?:the\s+)?(?P<after>[A-Z]\w+)"
    r"|\b(?!(?:The|An?|His|Her|Its|Their|Our|My|One|Two|Some)\b)(?P<before>[A-Z][\w.]{1,40})"
    r"(?:['’]s?)?\s+(?!(?:in|of|at|from|for|near|and)\b)[a-z]"
)
"""The place or the firm of a source: "police in Norton", "Norton's police", "a man from Corvan"."""

_DEFINITE = re.compile(r"\b(?:the|this|these|those)\s+(\w+)", re.IGNORECASE)
"""Who speaks of "the strike" takes it that all know which."""

_NAMES_A_FIGURE = re.compile(
    rf"\W*(?:(?:\w+\s+){{1,3}}of\s+)?(?:(?:at|about|some|more|less|fewer|up)\s+)?"
    rf"(?:(?:least|most|than|to)\s+)?[^\w\s]?{WRITTEN}",
    re.IGNORECASE,
)
"""A content that begins with a figure, or with what it is of: "a profit of $3 million"."""

_VERB = re.compile(
    r"\b(?:\w+ed|is|are|was|were|be|been|has|had|have|will|would|can|could|may|might|did|do|does|"
    rf"{'|'.join(sorted(LEXICON.verbs_after_counted))}|"
    r"stood|ran|costs?|want|favou?r|approve|think|believe)\b"
)
"""Without one of these, "a profit of $3 million" and "51 percent of the vote" are the source's."""


def source_terms(claim: Claim) -> frozenset[str]:
    """Return the terms of a claim's source by their meaning."""
    return frozenset(
        meaning(term) for term in terms(claim.source or "") if term not in LEXICON.stop_words
    )


def is_of_speaker(statement: Statement) -> bool:
    """Tell whether a content has a pronoun or nothing for its subject."""
    content = statement.claim.content
    if _WITHOUT_SUBJECT.match(content) or _SPEAKER.match(content):
        return True
    return bool(_NAMES_A_FIGURE.match(content)) and not _VERB.search(content)


def is_another(claim: Claim) -> bool:
    """Tell whether a source is another of its kind: "a second survey", "an earlier study"."""
    return not ANOTHER.isdisjoint((claim.source or "").lower().split())


def are_kin(one: Statement, other: Statement) -> bool:
    """Tell whether the sources are of one kind in different places, or both speak of themselves.

    If they are of one kind, a name in both contents tells that they speak of one thing all the
    same; so does "the strike" in both, unless their kind looks after one place alone.
    """
    if is_of_speaker(one) and is_of_speaker(other):
        return True
    if all(_is_owned_by_name(each) for each in (one, other)) and not one.names & other.names:
        return True
    places, others = _places(one.claim), _places(other.claim)
    if not _are_apart(places, others) or one.names & other.names:
        return False
    kind = (_kind(one.claim) - places) & (_kind(other.claim) - others)
    return bool(kind & _LOCAL) or bool(kind and not _definite(one) & _definite(other))


def count_their_own(one: Statement, other: Statement) -> bool:
    """Tell whether the figures may be of each source's own place, firm or person."""
    if are_kin(one, other) or _is_its_own(one, other) or _is_its_own(other, one):
        return True
    if not _are_apart(_places(one.claim), _places(other.claim)):
        return False
    return not (one.names & other.names or _definite(one) & _definite(other))


def _is_its_own(one: Statement, other: Statement) -> bool:
    """Tell whether it speaks of its source, or what this owns, and the other does not name that."""
    if not is_of_speaker(one) and one.subject not in _OWNED:
        return False
    return source_terms(one.claim).isdisjoint(other.terms)


def _is_owned_by_name(statement: Statement) -> bool:
    """Tell whether it speaks of "sales" or the like, and its source is only a name, a firm's."""
    named = all(word[:1].isupper() for word in (statement.claim.source or "").split())
    return named and statement.subject in _OWNED


def _kind(claim: Claim) -> frozenset[str]:
    return source_terms(claim) | {meaning(term) for term in terms(claim.role or "")}


def _places(claim: Claim) -> frozenset[str]:
    found = _PLACE.finditer(f"{claim.source or ''}, {claim.role or ''}")
    return frozenset(meaning(term_of(match["after"] or match["before"])) for match in found)


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _definite(statement: Statement) -> frozenset[str]:
    """Return the terms that stand right after "the": both know which one is meant."""
    found = _DEFINITE.findall(statement.claim.content)
    return frozenset(meaning(term_of(word)) for word in found) & statement.terms
