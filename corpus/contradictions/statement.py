# ruff: noqa: SIM905 - long lists of words read better as text
"""What a claim says, as far as claims are compared with one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.claims import Claim, Stance
from corpus.contradictions.quantities import Quantity, quantities
from corpus.languages.english import words
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import meaning

AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})
"""Stances of a source that does not accept the content. Not to have confirmed is no contradiction."""

_NEGATION = re.compile(
    r"\b(?:not(?! only)|no(?!-| (?:fewer|less|more|later|sooner|doubt))|never|none|nobody|"
    r"nothing|neither|without any?|cannot|false|untrue|a lie|fabricated|baseless|unfounded)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\S\s+(?:that|which|who|whom|whose|because|when|where|while|although|though|so|but|until|"
    r"say|saying|says|said|claim|claims|claimed|think|thinks|believe|believes)\b",
    re.IGNORECASE,
)
"""After one of these, unless it is the first word, what is negated is not the whole content."""

_WISH = re.compile(r"\b(?:should|must|ought|let|need)\b", re.IGNORECASE)
"""What should not be may be all the same."""

_NO_STATEMENT = re.compile(
    r"\W*(?:what|who|whom|whose|which|why|how|whether|when|where)\b|.*\b(?:if|unless)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Contents that ask, or say only what would be."""

_NOTICED = frozenset(
    "see saw seen seeing sign signs evidence trace traces indication indications proof find found "
    "finding noticed true".split()
)
"""Words of "saw no sign of" and "is not true": what was not so is said by the others."""

_PRONOUN = re.compile(r"\W*(?:that\s+)?(?:I|we|you|he|she|it|they)\b", re.IGNORECASE)

_STILL = frozenset({"still", "already", "longer", "more"})
"""Words that say no more of what is so; "longer" is of "no longer", "more" of "more than"."""

_FUTURE = re.compile(r"\b(?:will|would|shall|going to)\b|['’]ll\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:had|was|were|did)\b", re.IGNORECASE)

ANOTHER = frozenset(
    "another other different second third separate earlier later previous previously former "
    "subsequent".split()
)
"""Words that tell one thing from another of the same kind."""

_WHEN = LEXICON.dates | {"last", "next", "earlier", "previous"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with what its content says.

    `passage` is the number of the passage it stands in. `terms` are those of its meaning, without
    stop words, numbers and negation; `subject` is the first of them, "" after a pronoun; `names`
    are those with a capital, `times` the words that date it, `said` those that date the saying or
    the source, "a 2019 study". `apart` are the words that make it another, "second" or "earlier"
    one. `is_negated` tells whether it says that something is not so.
    """

    claim: Claim
    passage: int
    subject: str
    terms: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]
    said: frozenset[str]
    apart: frozenset[str]
    quantities: tuple[Quantity, ...]
    is_negated: bool

    @property
    def is_unnoticed(self) -> bool:
        """Tell whether it says that there is nothing of what others have noticed."""
        return self.is_negated and not _NOTICED.isdisjoint(self.claim.content.lower().split())

    @property
    def is_against(self) -> bool:
        """Tell whether the source holds the contrary: it denies, or says that it is not so."""
        return (self.claim.stance in AGAINST) != self.is_negated

    def is_apart_from(self, other: Statement) -> bool:
        """Tell whether the two speak of other names, another time or another of the same kind."""
        return (
            self.apart != other.apart
            or differ(self.names, other.names)
            or differ(self.times, other.times)
            or self._is_past_of(other)
            or other._is_past_of(self)
        )

    def _is_past_of(self, other: Statement) -> bool:
        """Tell whether it speaks of what was, and the other of what will be."""
        mine, others = self.claim.content, other.claim.content
        return bool(_FUTURE.search(others) and _PAST.search(mine) and not _FUTURE.search(mine))


def read_statement(claim: Claim, passage: int) -> Statement | None:
    """Read what a claim says; None where that is a question, or cannot be read safely."""
    content = claim.content
    negations = list(_NEGATION.finditer(content))
    if _NO_STATEMENT.match(content) or len(negations) > 1:
        return None
    if negations and _is_elsewhere(content, negations[0].start()):
        return None
    telling = _telling(content, passed_over=_NOTICED if negations else frozenset())
    lower = [content[word.start : word.end].lower() for word in words(content)]
    return Statement(
        claim=claim,
        passage=passage,
        subject="" if _PRONOUN.match(content) else next((term for term, _ in telling), ""),
        terms=frozenset(term for term, _ in telling if term[0].isalpha() and term != "percent"),
        names=frozenset(_names(telling)),
        times=_times(lower),
        said=_times(re.findall(r"\w+", f"{claim.when or ''} {claim.source or ''}".lower())),
        apart=ANOTHER.intersection(lower),
        quantities=tuple(quantities(content)),
        is_negated=bool(negations),
    )


def _telling(content: str, *, passed_over: frozenset[str]) -> list[tuple[str, str]]:
    """Return the words that say what is so or not, each by its meaning and as written."""
    passed_over = passed_over | _WHEN | _STILL
    written = [(word.term, content[word.start : word.end]) for word in words(content)]
    return [
        (meaning(term), form)
        for term, form in written
        if term not in LEXICON.stop_words
        and form.lower() not in passed_over
        and not _NEGATION.fullmatch(form)
    ]


def _is_elsewhere(content: str, negation: int) -> bool:
    """Tell whether a negation that stands at `negation` leaves the content itself as it is."""
    return bool(_SUBORDINATE.search(content, 0, negation) or _WISH.search(content))


def _names(telling: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Return the terms with a capital; of the first word that tells only if another follows."""
    capital = [form[0].isupper() for _, form in telling]
    for at, (term, _) in enumerate(telling):
        if capital[at] and (at > 0 or capital[1:2] == [True]):
            yield term


def differ(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether each has something that the other lacks."""
    one, other = set(one), set(other)
    return bool(one - other and other - one)


def _times(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(form for form in forms if form in _WHEN or _is_year(form))


def _is_year(form: str) -> bool:
    return len(form) == len("2024") and form.isdecimal() and form[0] in "12"
