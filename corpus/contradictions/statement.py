# ruff: noqa: SIM905 - long lists of words read better as text
"""What is said in a paragraph, statement by statement, as far as statements are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.answering.answer import Passage
from corpus.article import Span
from corpus.claims import Claim, Stance
from corpus.contradictions.quantities import Quantity, quantities
from corpus.languages.english import Word, terms
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import meaning

AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})
"""Stances of a source that does not accept the content. Not to have confirmed is no contradiction."""

NEGATION = re.compile(
    r"\b(?:not(?! only)|no(?!-| (?:fewer|less|more|later|sooner|doubt))|never|none|nobody|"
    r"nothing|nowhere|neither|without|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)

_POINTS_BACK = re.compile(
    r"\b(?:it|this|that|them|they|these|those|such|any|its|their)\b|\bthe\s+(?:\w+[’']s?\s+)?"
    r"(?:claim|charge|suggestion|assertion|statement|report|figure|number|sum|accusation|"
    r"allegation|explanation|story|idea|criticism|blame)s?\b",
    re.IGNORECASE,
)
"""Words that mean what was told before."""

_OF_SPEAKER = re.compile(
    r"\W*(?:that\s+)?(?:I|we|he|she|they|my|our|his|her|their)\b(?!\s+(?:had\s+)?(?:saw|seen|heard|"
    r"counted|found|noticed)\b)",
    re.IGNORECASE,
)

OTHERS = frozenset(
    "last next earlier previous previously former formerly older newer old new second third another "
    "other later ago again average".split()
)
"""Words that tell another time, or another thing of the kind."""

_DATES = LEXICON.days | LEXICON.months

_BETWEEN = LEXICON.prepositions | {"the", "a", "an"}
"""What may stand between a thing and what tells which it is: "police in Dorn"."""

_SUBJECT = 6
"""Words at the start of a sentence without a claim among which a name may be who tells it."""


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A claim, or a sentence in the article's own voice, with what it says.

    `span` is the sentence, in characters of the passage's text; `claim` is None for the article's own
    voice. All terms are by meaning, without stop words. `says` are those of the content, `around` the
    sentence's others but its source's; `source` those of the source and its role; `names` those of
    the content with a capital. `dates` are its years, months and days, `others` the words that tell
    another time or thing, `forms` all words of the content as they stand, in small letters. `which` gives for a term those beside it, which tell the old bridge from
    the new one. `negates` tells whether the content has a
    negation, `is_against` whether the source denies or doubts, `points_back` whether it means what
    was told before, `is_of_speaker` whether its
    subject is the speaker or the speaker's: "her film had cost".
    """

    passage: Passage
    span: Span
    claim: Claim | None
    content: str
    says: frozenset[str]
    around: frozenset[str]
    source: frozenset[str]
    names: frozenset[str]
    dates: frozenset[str]
    others: frozenset[str]
    forms: frozenset[str]
    which: Mapping[str, frozenset[str]]
    quantities: tuple[Quantity, ...]
    negates: bool
    is_against: bool
    points_back: bool
    is_of_speaker: bool

    @property
    def is_denied(self) -> bool:
        """Whether the source of a claim denies or doubts what it names."""
        return self.claim is not None and self.claim.stance in AGAINST

    @property
    def sentence(self) -> str:
        """The sentence in which it stands."""
        return self.passage.text[slice(*self.span)]

    @property
    def terms(self) -> frozenset[str]:
        """All that its sentence tells, but for who tells it."""
        return self.says | self.around

    @property
    def place(self) -> tuple[str, int, int]:
        """The article's id, the number of the paragraph, from 1, and where its sentence begins."""
        return self.passage.article.id, self.passage.paragraph, self.span[0]


def statements_in(passage: Passage, within: Sequence[Span] = ()) -> Iterator[Statement]:
    """Return the statements of a passage, or of its sentences that touch `within`, in order.

    A sentence states what the claims in it hold; one without claims speaks in the article's voice.
    """
    document = Document.of_paragraph(passage.text)
    for span in document.whole_sentences:
        if within and not any(span[0] < end and start < span[1] for start, end in within):
            continue
        inside = document.words_in(*span)
        claims = [c for c in passage.claims_in(span) if span[0] <= c.spans.content[0][0] < span[1]]
        yield from (_statement(passage, span, inside, claim) for claim in claims)
        if not claims:
            yield _statement(passage, span, inside, None)


def _statement(
    passage: Passage, span: Span, inside: Sequence[Word], claim: Claim | None
) -> Statement:
    text = passage.text
    said = claim.spans.content if claim else (span,)
    content = claim.content if claim else text[slice(*span)]
    sources = claim.spans.source if claim else ()
    outside = [word for word in inside if not _is_at(word, sources)]
    telling = [word for word in outside if is_telling(word)]
    inner = [word for word in telling if _is_at(word, said)]
    lower = [word.form_in(text) for word in outside]
    dated = [word.form_in(text) for word in inside]
    is_against = claim is not None and claim.stance in AGAINST
    return Statement(
        passage=passage,
        span=span,
        claim=claim,
        content=content,
        says=frozenset(meaning(word.term) for word in inner),
        around=frozenset(meaning(word.term) for word in telling if not _is_at(word, said)),
        source=said_in(f"{claim.source or ''} {claim.role or ''}") if claim else frozenset(),
        names=frozenset(_names(text, inner, said[0][0], is_claim=claim is not None)),
        dates=frozenset(form for form in dated if form in _DATES or _is_year(form)),
        others=OTHERS.intersection(lower),
        forms=frozenset(w.form_in(text) for w in outside if _is_at(w, said)),
        which=_which(text, inner),
        quantities=tuple(quantities(content)),
        negates=bool(NEGATION.search(content)),
        is_against=is_against or _calls_false(lower),
        points_back=bool(_POINTS_BACK.search(content)),
        is_of_speaker=bool(_OF_SPEAKER.match(content)),
    )


def is_telling(word: Word) -> bool:
    """Tell a word that has a meaning of its own from a stop word and a number."""
    return word.term[0].isalpha() and word.term not in LEXICON.stop_words


def terms_of(text: str) -> list[str]:
    """Return the terms of a text by their meaning, in order, without stop words."""
    return [meaning(t) for t in terms(text) if t not in LEXICON.stop_words]


def said_in(text: str) -> frozenset[str]:
    """Return those terms, in no order."""
    return frozenset(terms_of(text))


def _is_at(word: Word, spans: Sequence[Span]) -> bool:
    return any(start <= word.start < end for start, end in spans)


def _names(text: str, telling: Sequence[Word], start: int, *, is_claim: bool) -> Iterator[str]:
    """Return the terms with a capital; of the first word only if another follows.

    Where no claim is found, a name at the start that no preposition precedes is who tells it.
    """
    capital = [text[word.start].isupper() for word in telling]
    for at, word in enumerate(telling):
        if not capital[at] or (word.start <= start + 1 and capital[1:2] != [True]):
            continue
        before = text[start : word.start].lower().split()
        if is_claim or len(before) > _SUBJECT or (before and before[-1] in _BETWEEN):
            yield meaning(word.term)


def _which(text: str, telling: Sequence[Word]) -> dict[str, frozenset[str]]:
    """Return for each telling term the one right before it, and the name after "of" and the like."""
    beside: dict[str, set[str]] = {}
    for one, other in pairwise(telling):
        between = text[one.end : other.start].split()
        if not between:
            beside.setdefault(meaning(other.term), set()).add(meaning(one.term))
        elif text[other.start].isupper() and all(word.lower() in _BETWEEN for word in between):
            beside.setdefault(meaning(one.term), set()).add(meaning(other.term))
    return {term: frozenset(others) for term, others in beside.items()}


def _calls_false(lower: Sequence[str]) -> bool:
    """Tell whether a word of a sentence denies, doubts or calls something untrue."""
    verbs = (LEXICON.verb(*pair) for pair in pairwise([*lower, ""]))
    denies = (v.stance in AGAINST and v.base not in LEXICON.also_acts for v in verbs if v)
    return (
        any(denies)
        or not LEXICON.falsehoods.isdisjoint(lower)
        or any(LEXICON.stances_of_others.get(form) in AGAINST for form in lower)
    )


def _is_year(form: str) -> bool:
    return len(form) == len("2024") and form.isdecimal() and form[0] in "12"
