"""Know everyone an article names, and which short form means whom.

News gives a name in full once, with its role before it ("Mayor Ana Ruiz") or after it ("Ana Ruiz, a
lawyer for the family,"), and then the surname alone. Names and roles are always the article's words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from corpus.article import Span
from corpus.claims.bodies import Bodies
from corpus.claims.names import Name, names_in
from corpus.claims.organisations import Organisations
from corpus.languages.english.document import Document
from corpus.languages.english.first_names import chances_of
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import Token

MOST_NAMESAKES = 8
"""People of one surname that are told apart; a text with more is no article."""

ORGANISATION_WORDS = LEXICON.organisation_kinds | LEXICON.firm_words

NOT_PERSONS = ORGANISATION_WORDS | LEXICON.media | LEXICON.assemblies
"""Words that no name of a person holds, unless a first name or a form of address shows one."""

MOST_HOLDERS = 50
"""People of one kind of office, such as ministers, that are told apart; more are no news."""

MOST_MENTIONS = 40
"""Mentions looked through for whom "he" may mean."""

SURE_OF_GENDER = 0.97
"""The chance from which a first name's letters tell a gender that nothing else outvotes."""

LONGEST_OFFICE = 5
"""Words of an office after "the", as in "the deputy chief medical officer"."""

FEWEST_OF_MAIN = 4
"""Times that the person whom a text is mostly about is named in it, at least."""

MASCULINE = frozenset(["he", "him", "himself", "his"])
FEMININE = frozenset(["her", "hers", "herself", "she"])

LONGEST_REST = 20
"""Characters of a name that a finder may have left out: more is no rest of a name."""

HEADLINE_WORDS = 25
HEADLINE_CAPITALS = 0.6
"""A line of at most so many words, of which so many are capital, is a headline: no names there."""


@dataclass(slots=True)
class Named:
    """A person or organisation that a text names: the fullest name it gives, the first role, the gender.

    `shown` is true where a role, a form of address or a surname on its own shows a person, `barred`
    where "the" or "in" before the name speaks against one. `is_body` is true where a
    word for an organisation stands beside the name. `first` is where the name stands first.
    """

    name: str
    words: tuple[str, ...]
    role: str | None = None
    gender: str | None = None
    shown: bool = False
    barred: bool = False
    is_body: bool = False
    first: int = 0

    @property
    def is_person(self) -> bool:
        """Tell whether this may be somebody that "he" or "she" stands for."""
        if self.gender is None and (self.is_body or not NOT_PERSONS.isdisjoint(self.words)):
            return False
        return self.shown or not self.barred


class Mention(NamedTuple):
    """A name where it stands, and whom it means."""

    name: Name
    person: Named


class People:
    """Everyone that a text names, as found in one reading of it."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self.organisations = Organisations(document)
        self._by_last: dict[str, list[Named]] = {}
        self._by_office: dict[str, list[Named]] = {}
        self._namesakes: dict[tuple[tuple[str, ...], str | None], Named] = {}
        names = list(_names(document))
        self.bodies = Bodies(document, names)
        for name in names:
            if len(name.words) > 1:
                self._add(name)
        for name in names:
            if len(name.words) == 1:
                self._add_short(name)
        self._spans = [name.span for name in names]
        mentions = [(name, self.meant_by(name)) for name in names]
        mentions += self._by_description(document)
        self._mentions = [
            Mention(name, known)
            for name, known in sorted(mentions, key=lambda mention: mention[0].span)
            if known and known.is_person
        ]
        self._main = _of_main_person(self._mentions)
        self._starts = [mention.name.span[0] for mention in self._mentions]
        self._leans = _leans(document, self._mentions)

    def named(self, words: Sequence[str], position: int | None = None) -> Named | None:
        """Return whom `words`, in lower case, name: a full name or the last word of one.

        None where nobody, or more than one, is so named; of namesakes, those count that are named
        before `position`, if any are.
        """
        sharing = self._by_last.get(last_word(words), []) if words else []
        alike = _known_before(position, [each for each in sharing if _agree(each.words, words)])
        return alike[0] if len(alike) == 1 else None

    def whole_name(self, span: Span) -> Span:
        """Widen a span that ends inside a name to the end of that name: "Robert" of "Robert Lee"."""
        before = bisect_left(self._spans, span[1], key=lambda name: name[0]) - 1
        if before < 0:
            return span
        start, end = self._spans[before]
        is_cut = span[0] <= start and span[1] < end <= span[1] + LONGEST_REST
        return (span[0], end) if is_cut else span

    def meant_by(self, name: Name) -> Named | None:
        """Return whom a name means where it stands; of namesakes, the one of the gender it shows.

        Where that leaves several, it is somebody known by that name alone.
        """
        sharing = self._by_last.get(last_word(name.words), [])
        alike = [known for known in sharing if _agree(known.words, name.words)]
        alike = _known_before(name.span[0], alike)
        fitting = [
            known
            for known in alike
            if None in (known.gender, name.gender) or known.gender == name.gender
        ]
        if len(fitting) == 1:
            return fitting[0]
        if not alike:
            return None
        return self._namesakes.setdefault(
            (name.words, name.gender),
            Named(self._text[slice(*name.span)], name.words, gender=name.gender, shown=True),
        )

    def mentions_between(self, start: int, end: int) -> Sequence[Mention]:
        """Return the last mentions of persons that begin in `text[start:end]`, in reading order.

        They are `MOST_MENTIONS` at most.
        """
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._mentions[max(first, last - MOST_MENTIONS) : last]

    def persons_between(self, start: int, end: int) -> list[Named]:
        """Return the persons last mentioned in `text[start:end]`, each once, the latest first."""
        latest_first = reversed(self.mentions_between(start, end))
        return [*{id(person): person for _, person in latest_first}.values()]

    def main_person_before(self, position: int) -> Mention | None:
        """Return the last mention before `position` of the one person the text is mostly about."""
        before = bisect_left(self._main, position, key=lambda mention: mention.name.span[0])
        return self._main[before - 1] if before else None

    def _by_description(self, document: Document) -> Iterator[tuple[Name, Named | None]]:
        """Find where "the health secretary" stands for the one person who is it."""
        tokens = document.tokens
        for number, token in enumerate(tokens):
            if token.word != "the":
                continue
            words = [*takewhile(_is_plain, tokens[number + 1 : number + 1 + LONGEST_OFFICE])]
            last = next((n for n, word in enumerate(words) if word.word in LEXICON.offices), None)
            if last is None:
                continue
            while last + 1 < len(words) and words[last + 1].word in LEXICON.offices:
                last += 1
            office = tuple(word.word for word in words[: last + 1])
            span = token.start, words[last].end
            yield Name(span, office, definite=True), self.holding(office, token.start)

    def lean(self, person: Named) -> float:
        """Tell by the pronouns after a person's name, from -1, always "she", to 1, always "he"."""
        he, she = self._leans.get(id(person), (0, 0))
        return (he - she) / (he + she + 1)

    def holding(self, office: Sequence[str], position: int | None = None) -> Named | None:
        """Return the one person whose role is `office`, such as "foreign minister", in lower case.

        None where there are none or more; of several, those count that are named before `position`.
        """
        fitting = (
            person
            for person in self._by_office.get(office[-1], [])[:MOST_HOLDERS]
            if person.role and set(office).issubset(_head_of(person.role))
        )
        holders = _known_before(position, [*fitting])
        return holders[0] if len(holders) == 1 else None

    def _add(self, name: Name) -> None:
        sharing = self._by_last.setdefault(last_word(name.words), [])
        known = next((one for one in sharing if _agree(one.words, name.words)), None)
        if known is None:
            if len(sharing) == MOST_NAMESAKES:
                return
            known = Named(self._text[slice(*name.span)], name.words, first=name.span[0])
            sharing.append(known)
        elif len(name.words) > len(known.words):
            known.name, known.words = self._text[slice(*name.span)], name.words
        self._learn(known, name)

    def _add_short(self, name: Name) -> None:
        known = self.named(name.words)
        if known is not None:
            self._learn(known, name)
            known.shown = known.shown or not (name.definite or name.located)
        elif (name.office or name.addressed) and name.words[0] not in self._by_last:
            self._add(name)

    def _learn(self, known: Named, name: Name) -> None:
        is_body = name.gender is None and self.bodies.is_body(name.words)
        role = name.office or name.aside
        if role and known.role is None:
            known.role = self._text[slice(*role)]
            self._by_office.setdefault(_office_of(known.role), []).append(known)
        known.is_body = known.is_body or is_body
        known.gender = known.gender or name.gender or _by_letters(known)
        known.shown = known.shown or bool(role) or name.addressed
        known.barred = known.barred or name.definite or name.located or _is_organisation(name.words)


def _known_before(position: int | None, alike: list[Named]) -> list[Named]:
    """Return those of namesakes who are named before a place, or all where none is."""
    if position is None or len(alike) < 2:  # noqa: PLR2004 - namesakes are two or more
        return alike
    return [known for known in alike if known.first <= position] or alike


def _is_plain(token: Token) -> bool:
    return token.is_word and not token.capital and not token.word.endswith("'s")


def _by_letters(person: Named) -> str | None:
    """Tell "he" or "she" from the letters of a first name, where they leave hardly a doubt."""
    words = person.words
    if len(words) == 1 or person.is_body or person.barred or not NOT_PERSONS.isdisjoint(words):
        return None
    he, she, _ = chances_of(words[0])
    if max(he, she) < SURE_OF_GENDER:
        return None
    return "he" if he > she else "she"


def _of_main_person(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of the person named most, if no other is named nearly as often."""
    times = Counter(id(mention.person) for mention in mentions).most_common(2)
    most, second = (*times, (0, 0), (0, 0))[:2]
    if most[1] < max(FEWEST_OF_MAIN, 2 * second[1]):
        return []
    return [mention for mention in mentions if id(mention.person) == most[0]]


def _leans(document: Document, mentions: Sequence[Mention]) -> dict[int, tuple[int, int]]:
    """Count for each person, by `id`, the "he" and "she" of sentences that name nobody else."""
    in_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        number = document.whole_sentence_at(mention.name.span[0])
        in_sentence.setdefault(number, []).append(mention)
    leans: dict[int, tuple[int, int]] = {}
    for number, named in in_sentence.items():
        person = named[0].person
        if any(mention.person is not person for mention in named):
            continue
        after = document.tokens_in(named[0].name.span[1], document.whole_sentences[number][1])
        words = {token.word for token in after}
        he, she = not words.isdisjoint(MASCULINE), not words.isdisjoint(FEMININE)
        if he != she:
            so_far = leans.get(id(person), (0, 0))
            leans[id(person)] = so_far[0] + he, so_far[1] + she
    return leans


def _office_of(role: str) -> str:
    """Return the word that names the office: "minister" of "a foreign minister of Norland".

    That is the last one before a preposition; a former or deputy minister is not "the minister".
    """
    head = _head_of(role)
    return head[-1] if head and LEXICON.not_the_holder.isdisjoint(head) else ""


def _head_of(role: str) -> list[str]:
    """Return the words of `role` before a preposition, in lower case."""
    return [*takewhile(lambda word: word not in LEXICON.prepositions, role.lower().split())]


def _is_organisation(words: Sequence[str]) -> bool:
    """Tell a name of several words that a word in it shows to be an organisation's."""
    return len(words) > 1 and not ORGANISATION_WORDS.isdisjoint(words)


def _names(document: Document) -> Iterator[Name]:
    for start, end in document.paragraphs:
        tokens = document.tokens_in(start, end)
        if not _is_headline(tokens):
            yield from names_in(tokens)


def _is_headline(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.is_word]
    capitals = sum(token.capital for token in words)
    return len(words) <= HEADLINE_WORDS and capitals > HEADLINE_CAPITALS * len(words)


def last_word(words: Sequence[str]) -> str:
    """Return the last of `words` that is no "Jr."."""
    return next((word for word in reversed(words) if word not in LEXICON.name_suffixes), words[-1])


def _agree(known: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether two names with the same last word can be one: "A. Ruiz" and "Ana Ruiz" can."""
    if len(known) == 1 or len(words) == 1:
        return True
    shorter = min(len(known), len(words))
    if known[-shorter:] == words[-shorter:]:
        return True
    first, second = known[0], words[0]
    return first == second or (first[0] == second[0] and 1 in (len(first), len(second)))
