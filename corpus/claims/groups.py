"""Tell which firm, body or group is meant: "the company", "it", "they".

They are few in an article: the one that spoke near by, or that the sentence before is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.names import OFFICES, names_in
from corpus.claims.people import People
from corpus.claims.phrases import name_source
from corpus.claims.resolution import Resolution
from corpus.claims.speaker import UNCLEAR, Speaker
from corpus.languages.english.document import Document
from corpus.languages.english.first_names import may_be_first_name
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import Token

SENTENCE_END = re.compile(r"[.?!][”\"’']*\s+(?=\S)")

PLURAL = frozenset(["people", "police", "men", "women", "children", "staff", "crew"])
"""Nouns that "they" stands for though they end in no "s"."""

WORD = re.compile(r"\w+")

KINDS_CALLED = LEXICON.firm_kinds | LEXICON.media_kinds | LEXICON.public_kinds

CLAIMS_BACK = 100
"""Claims looked through for the firm that is called "the company"."""

LONGEST_SUBJECT = 4
"""Words of the phrase that a sentence begins with and "it" after it stands for, at most."""


def called_again(speaker: Speaker, named: Sequence[Speaker]) -> Speaker | None:
    """Name "the company", "the paper" or "the regulator" by the only one among those who spoke before."""
    article, *words = (speaker.name or "").lower().split()
    if article not in ("the", "its") or len(words) != 1:
        return None
    tests = [*_tests(words[0])]
    spoke = {
        each.name: each
        for each in named[-CLAIMS_BACK:]
        if each.name and any(fits(each) for fits in tests)
    }
    only = next(iter(spoke.values())) if len(spoke) == 1 else None
    return replace(only, resolution=Resolution.ORGANISATION) if only else None


def _tests(kind: str) -> Iterator[Callable[[Speaker], bool]]:
    if kind in LEXICON.firm_kinds:
        yield _may_be_firm
    if kind in LEXICON.media_kinds:
        yield _is_medium
    if kind in LEXICON.public_kinds:
        yield _is_public


def _is_medium(speaker: Speaker) -> bool:
    return not LEXICON.media.isdisjoint(_words_of(speaker))


def _is_public(speaker: Speaker) -> bool:
    """Tell a body whose name has a word for one, and that is neither a firm nor a medium."""
    words = _words_of(speaker)
    kinds = LEXICON.organisation_kinds - LEXICON.firm_words - LEXICON.firm_kinds
    return not words.isdisjoint(kinds) and _is_name(speaker) and not _is_medium(speaker)


def _is_name(speaker: Speaker) -> bool:
    words = WORD.findall((speaker.name or "").removeprefix("the "))
    return all(word[:1].isupper() or word in LEXICON.prepositions for word in words)


def _may_be_firm(speaker: Speaker) -> bool:
    """Tell a name that is no person's, no public body's and no news organisation's."""
    words = _words_of(speaker)
    if speaker.person is not None and speaker.person.is_person and speaker.person.role:
        return False
    is_public = not words.isdisjoint(LEXICON.organisation_kinds - LEXICON.firm_words)
    is_name = all(word[:1].isupper() for word in (speaker.name or "").removeprefix("the ").split())
    if len(words) == 1 and speaker.person is None and _is_plural(speaker.name or ""):
        return False  # "Others", "Prosecutors"
    return is_name and not (is_public or _is_surely_person(speaker) or _is_medium(speaker))


def _words_of(speaker: Speaker) -> frozenset[str]:
    return frozenset((speaker.name or "").lower().split())


def group_meant(
    document: Document, found: Sequence[Attribution], named: Sequence[Speaker], people: People
) -> Speaker:
    """Return the body or group that "it" or "they" means, the source after those `named`.

    That is who spoke last, if in this sentence or the one before, or else what the sentence before
    begins with: "The survey raised its alert. It said …".
    """
    start, end = found[len(named)].source[0]
    pronoun = document.text[start:end].lower()
    last = _last_group(document, found, named, start)
    if last is not None and _is_plural(last.name or "") == (pronoun == "they"):
        return replace(last, resolution=Resolution.LAST_SPEAKER)
    if pronoun == "they":
        return UNCLEAR
    return _subject_before(document, start, people) or UNCLEAR


def _last_group(
    document: Document, found: Sequence[Attribution], named: Sequence[Speaker], position: int
) -> Speaker | None:
    """Return the body or group that spoke last, in this sentence or the one before it."""
    if not named or not found[len(named) - 1].source:
        return None
    last, start = named[-1], found[len(named) - 1].source[0][1]
    near = document.paragraph_at(start) == document.paragraph_at(position)
    if not near or last.name is None or _is_surely_person(last):
        return None
    return last if len(SENTENCE_END.findall(document.text, start, position)) <= 1 else None


def _subject_before(document: Document, position: int, people: People) -> Speaker | None:
    """Return the body that this sentence, or the one before in the paragraph, begins with."""
    here = document.whole_sentence_at(position)
    paragraph = document.paragraph_at(position)
    for number in (here, here - 1):
        if number < 0 or document.paragraph_at(document.whole_sentences[number][0]) != paragraph:
            return None
        span = _opening(document, document.whole_sentences[number])
        if span is None or span[1] > position:
            continue
        speaker = name_source(document, span, people)
        is_told = speaker.resolution is not Resolution.AS_WORDED
        words = [token.word for token in document.tokens_in(*span)]
        is_body = words[-1] in LEXICON.organisation_kinds and not any("'s" in w for w in words)
        is_name = document.text[span[0] : span[0] + 4] != "The "
        if speaker.name and (is_told or is_body or is_name):
            return (
                None
                if _is_person(speaker)
                else replace(speaker, resolution=Resolution.ORGANISATION)
            )
    return None


def _opening(document: Document, sentence: Span) -> Span | None:
    """Return the name that a sentence begins with, or "the" and the word for a body after it."""
    tokens = document.tokens_in(*sentence)
    name = next(names_in(tokens[: 2 * LONGEST_SUBJECT]), None)
    if name is not None and name.span[0] == tokens[0].start:
        following = next((token for token in tokens if token.start >= name.span[1]), None)
        return name.span if len(name.words) > 1 or _is_verb(following) else None
    if len(tokens) < 2 or tokens[0].word != "the":  # noqa: PLR2004 - an article and a noun
        return None
    if name is not None and name.span[0] == tokens[1].start:
        return tokens[0].start, name.span[1]
    for last in range(min(LONGEST_SUBJECT, len(tokens)) - 1, 0, -1):
        if tokens[last].word in LEXICON.organisation_kinds | KINDS_CALLED:
            return tokens[0].start, tokens[last].end
    return tokens[0].start, tokens[1].end


def _is_verb(token: Token | None) -> bool:
    """Tell what may follow a name of one word, so that it is no "Citing" at a sentence's start."""
    if token is None or token.capital:
        return False
    known = token.word in LEXICON.auxiliaries | LEXICON.relatives or LEXICON.verb(token.word)
    return bool(known) or token.word.endswith("ed")


def _is_person(speaker: Speaker) -> bool:
    return speaker.person is not None and speaker.person.is_person


def _is_surely_person(speaker: Speaker) -> bool:
    """Tell a person by more than capital letters: "it" may mean any other name."""
    person = speaker.person
    if person is None or not person.is_person:
        return False
    first = len(person.words) > 1 and may_be_first_name(person.words[0])
    office = not OFFICES.isdisjoint((person.role or "").lower().split())
    return person.gender is not None or first or office


def _is_plural(name: str) -> bool:
    """Tell a group of several from one body, by the noun before any preposition."""
    words = WORD.findall(name)
    if any(word.lower() == "and" for word in words):
        return True
    cut = next(
        (n for n, word in enumerate(words) if n and word.lower() in LEXICON.prepositions),
        len(words),
    )
    noun = words[cut - 1] if words else ""
    is_name = noun[:1].isupper() and cut > 1
    return noun.lower() in PLURAL or (
        noun.endswith("s") and not noun.endswith("ss") and not is_name
    )
