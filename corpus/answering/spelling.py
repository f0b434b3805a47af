"""Find what a misspelt question term may have meant: known terms that are one slip away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from string import ascii_lowercase

from corpus.languages.english.lexicon import LEXICON

SHORTEST = 5
"""Letters of a term at least; of shorter ones too much is one slip away ("live", "line")."""

LONGEST = 24


def corrected(
    asked: Iterable[str], idfs: Callable[[Iterable[str]], Mapping[str, float]]
) -> dict[str, str]:
    """Map each unknown term to the most common known term that is one slip away, if there is one.

    A slip leaves out, adds, changes or swaps letters after the first, which is seldom mistyped
    (Pollock and Zamora 1984, "Automatic spelling correction"). `idfs` gives the known ones among
    some terms their weights.
    """
    terms = list(asked)
    known = idfs(terms)
    found: dict[str, str] = {}
    for term in terms:
        if term in known or not _can_be_a_slip(term):
            continue
        near = idfs(sorted(_one_slip_away(term) - LEXICON.stop_words))
        if near:
            found[term] = min(near, key=lambda other: (near[other], other))
    return found


def _can_be_a_slip(term: str) -> bool:
    return SHORTEST <= len(term) <= LONGEST and term.isascii() and term.isalpha()


def _one_slip_away(term: str) -> set[str]:
    return {other for other in _slips(term) if other != term}


def _slips(term: str) -> Iterator[str]:
    for at in range(1, len(term) + 1):
        before, after = term[:at], term[at:]
        yield from (before + letter + after for letter in ascii_lowercase)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in ascii_lowercase)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
