"""The lexicon: what the bot knows of English words, read from `lexicon.toml`.

Every part of the bot that needs to know a word looks it up here, so that a word added to the file is
known everywhere at once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from corpus.languages.english.inflection import Form, Inflections
from corpus.stance import Stance

FILE = Path(__file__).with_name("lexicon.toml")

Words = frozenset[str]


class Verb(NamedTuple):
    """A verb as met in a text: its base form ("rule out"), its stance, and how it is inflected."""

    base: str
    stance: Stance
    form: Form


@dataclass(frozen=True)
class Lexicon:
    """Lists of words in lower case, named as in `lexicon.toml`, which says what each one holds.

    `first_words` alone has capitals. `stances` gives the stance of each verb by its base form,
    `phrasal_stances` that of each two words ("rule out"), `stances_of_others` that of each other
    word of a cue.
    """

    stances: Mapping[str, Stance]
    phrasal_stances: Mapping[str, Stance]
    stances_of_others: Mapping[str, Stance]
    inflections: Inflections

    ranks: Words
    short_addresses: Words
    full_addresses: Words
    masculine_titles: Words
    feminine_titles: Words
    offices: Words
    office_seconds: Words
    people: Words
    masculine_people: Words
    feminine_people: Words
    office_qualifiers: Words
    called_again: Words
    held_by_one: Words
    nationals: Words
    endings_of_nationals: Words
    not_the_holder: Words

    name_particles: Words
    name_suffixes: Words
    nationalities: Words
    place_adjectives: Words
    masculine_names: Words
    feminine_names: Words

    organisation_kinds: Words
    firm_kinds: Words
    public_kinds: Words
    media_kinds: Words
    firm_words: Words
    media: Words
    platforms: Words
    assemblies: Words

    abbreviated_before_a_name: Words
    abbreviated_before_a_number: Words
    abbreviated_often_last: Words
    first_words: Words

    speech: Words
    also_acts: Words
    also_nouns: Words
    tell_if_not_negated: Words
    hears: Words
    demands_with_to: Words
    rejects: Words
    passes_on: Words

    hedges: Words
    falsehoods: Words
    not_known: Words
    negations: Words
    nobody: Words
    cue_helpers: Words
    leaves_main_clause: Words
    question_words: Words
    indirect_question_words: Words

    determiners: Words
    prepositions: Words
    pronouns: Words
    object_pronouns: Words
    auxiliaries: Words
    subordinators: Words
    relatives: Words
    conjunctions: Words
    adverbs: Words
    verbs_after_counted: Words
    being: Words
    modals: Words
    further: Words
    sentence_openers: Words
    days: Words
    months: Words

    polite: Words
    beside_polite: Words
    asks_owner: Words
    asks_source: Words
    asks_verdict: Words
    differs: Words
    beside_asking: Words
    goes_on: Words
    pointers: Words

    stop_words: Words
    generic_words: Words
    degrees: Words
    dates: Words
    place_prepositions: Words
    reasons: Words
    currencies: Words

    synonyms: tuple[tuple[str, ...], ...]
    opposites: tuple[tuple[str, ...], ...]
    contraries: tuple[tuple[str, ...], ...]

    @cached_property
    def _forms(self) -> Mapping[str, Sequence[tuple[str, Form]]]:
        """What each form of a verb may be a form of, the likeliest last: "read" is mostly the past."""
        forms: dict[str, list[tuple[str, Form]]] = {}
        first_words = (phrase.split()[0] for phrase in self.phrasal_stances)
        for base in dict.fromkeys([*self.stances, *first_words]):
            for written, form in self.inflections.of(base):
                forms.setdefault(written, []).append((base, form))
        return forms

    def verb(self, word: str, following: str = "") -> Verb | None:
        """Look up a verb form, in lower case, with the word after it; None where it attributes not.

        A phrasal verb goes before the plain one: "rule", "out" is "rule out", which denies.
        """
        for base, form in reversed(self._forms.get(word, ())):
            phrase = f"{base} {following}"
            if phrase in self.phrasal_stances:
                return Verb(phrase, self.phrasal_stances[phrase], form)
            if base in self.stances:
                return Verb(base, self.stances[base], form)
        return None

    def forms(self, bases: Iterable[str], *only: Form, but_not: Words = frozenset()) -> list[str]:
        """List the forms of some verbs as they are written, all forms or only those named."""
        return [
            " ".join([written, *rest])
            for verb, *rest in (base.split() for base in bases if base not in but_not)
            for written, form in self.inflections.of(verb)
            if form in only or not only
        ]

    def verbs_with(self, *stances: Stance) -> list[str]:
        """List the base forms of the verbs, phrasal ones too, that take one of these stances."""
        both = {**self.stances, **self.phrasal_stances}
        return [base for base, stance in both.items() if stance in stances]

    def others_with(self, *stances: Stance) -> list[str]:
        """List the other words of a cue that tell one of these stances."""
        return [word for word, stance in self.stances_of_others.items() if stance in stances]

    @cached_property
    def begin_questions(self) -> Words:
        """What a question begins with that yes or no answers: "is", "didn't"; "may" is mostly a month."""
        return self.auxiliaries - {"be", "been", "being", "may"}

    @cached_property
    def addresses(self) -> Words:
        """How a person is addressed, shortened or not: "Mr", "Lady"."""
        return self.short_addresses | self.full_addresses

    def is_somebody(self, word: str) -> bool:
        """Tell a word, in lower case, for one or several who may say something: "witnesses"."""
        singulars = (
            word,
            word.removesuffix("s"),
            word.removesuffix("es"),
            word.removesuffix("ies") + "y",
            word.removesuffix("men") + "man",
            word.removesuffix("women") + "woman",
        )
        return any(each in self.offices or each in self.people for each in singulars)

    def is_national(self, word: str) -> bool:
        """Tell a word, in lower case, that may be somebody from a country or of a party: "dane"."""
        named = word in self.nationals or word in self.called_again
        is_medium = word in self.media or word in self.media_kinds
        return named or (word.endswith(tuple(self.endings_of_nationals)) and not is_medium)

    @cached_property
    def titles(self) -> Words:
        """What stands before a name with a full stop that ends no sentence: "Brig.", "Mr."."""
        return self.ranks | self.short_addresses

    @cached_property
    def abbreviations(self) -> Words:
        """Every word with a full stop that may end no sentence, apart from those before numbers."""
        return self.titles | self.abbreviated_before_a_name | self.abbreviated_often_last


def load_lexicon(file: Path = FILE) -> Lexicon:
    """Read a lexicon; raises KeyError, TypeError or ValueError where a list is missing or unknown."""
    sections: dict[str, dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))
    irregular = sections.pop("irregular_verbs")
    doubling = frozenset(sections.pop("spelling_of_verbs")["doubles_last_letter"].split())
    verbs, phrasal, others = (
        sections.pop(name) for name in ("verbs", "phrasal_verbs", "other_words")
    )
    meanings = sections.pop("meanings")
    lists = {key: words for section in sections.values() for key, words in section.items()}
    known = {field.name for field in fields(Lexicon) if field.type == "Words"}
    if lists.keys() != known:
        raise ValueError(f"lists missing or unknown: {sorted(lists.keys() ^ known)}")
    return Lexicon(
        stances=_by_word({key: words.split() for key, words in verbs.items()}),
        phrasal_stances=_by_word(phrasal),
        stances_of_others=_by_word({key: words.split() for key, words in others.items()}),
        inflections=Inflections(irregular["past"], irregular["participle"], doubling),
        synonyms=_groups(meanings["synonyms"]),
        opposites=_groups(meanings["opposites"]),
        contraries=_groups(meanings["contraries"]),
        **{key: frozenset(words.split()) for key, words in lists.items()},
    )


def _by_word(by_stance: Mapping[str, Iterable[str]]) -> dict[str, Stance]:
    """Turn lists by a stance's name into the stance of each word."""
    return {word: Stance[name.upper()] for name, words in by_stance.items() for word in words}


def _groups(lines: str) -> tuple[tuple[str, ...], ...]:
    """Read groups of words, one a line."""
    return tuple(tuple(line.split()) for line in lines.strip().splitlines())


LEXICON = load_lexicon()
