"""Tell where another could as well be meant by "she" as the likeliest person: then the bar is higher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.claims.antecedents import Candidate
from corpus.claims.people import Named
from corpus.languages.english.lexicon import LEXICON


def is_spoken_of(candidates: Sequence[Candidate], person: Named) -> bool:
    """Tell a person last named in the words of another whom the pronoun may mean, who spoke last.

    In "“The minister must go,” Hale said. She added …" it is Hale who goes on.
    """
    own = next(measured for each, measured in candidates if each is person)
    return bool(own["quoted"] or own["told"]) and any(
        each is not person and measured["spoke last"] and _is_as_near(measured, own)
        for each, measured in candidates
    )


def is_passing(candidates: Sequence[Candidate], person: Named) -> bool:
    """Tell somebody without a name, "her headmistress", of an earlier paragraph, beside others."""
    own = next(measured for each, measured in candidates if each is person)
    is_described = person.words[0] in LEXICON.determiners
    return is_described and own["paragraphs"] > 0 and len(candidates) > 1


def has_rival(candidates: Sequence[Candidate], person: Named) -> bool:
    """Tell whether another is as near as a person who did not speak last.

    That is one of the pronoun's gender in the same sentence, "Vickery" of "Vickery's niece, Ann Dorn,
    said" aside, or one who spoke last, there or later.
    """
    own = next(measured for each, measured in candidates if each is person)
    return not own["spoke last"] and any(
        each is not person and _is_as_near(measured, own) for each, measured in candidates
    )


def _is_as_near(measured: Mapping[str, float], own: Mapping[str, float]) -> bool:
    if measured["spoke last"] and measured["sentences"] <= own["sentences"]:
        return True
    owns = measured["possessive"] and own["subject"]
    return bool(measured["gender"]) and measured["sentences"] == own["sentences"] and not owns
