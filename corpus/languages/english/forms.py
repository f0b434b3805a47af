"""Bring the forms of a word together: one index term for "Troops", "troops'" and "troop"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from threading import Lock

import Stemmer

from corpus.languages.english import numbers
from corpus.languages.english.lexicon import LEXICON

_REMEMBERED = 2**15
"""Word forms kept with their terms: about 6 MB, and nearly every word of running text."""

_NUMBER = re.compile(numbers.WRITTEN)
_CONTRACTION = re.compile(r"['’](?:s|ll|re|ve|d|m)\Z", re.IGNORECASE)
_ELISION = re.compile(r"\A(?:[cdjlmnst]|qu)['’](?=[aeiouhàâéèêëîïôûœæ])", re.IGNORECASE)
_SLAVIC_ENDING = re.compile(r"(?<=[b-df-hj-np-tv-xz])(?:yy|iy|yi|ii)\Z|(?<=sk)(?:ij|i)\Z")
"""Endings of one name in several transliterations: Zelenskyy, Zelenskiy, Zelenskij, Zelenski."""
_PLURAL_NUMBER = re.compile(r"(?<=\d)s\Z")

_DROPPED = "'’\u02bb\u02bc-\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Apostrophes, the hyphen of "F-16", and what is invisible inside a word."""
_POINTS = [*range(0x300, 0x370), *range(0x591, 0x5C8), *range(0x64B, 0x653), 0x670]
"""Accents, Hebrew points and Arabic vowel signs: words are written with and without them."""
_LETTERS = dict(zip("øłđðħıς", "olddhiσ", strict=True)) | {"þ": "th", "æ": "ae", "œ": "oe"}
_FOLDED = str.maketrans(_LETTERS) | dict.fromkeys([*map(ord, _DROPPED), *_POINTS])

_stemmer = Stemmer.Stemmer("english", 0)
_stemming = Lock()  # a stemmer works in a buffer of its own, so one thread at a time


@lru_cache(_REMEMBERED)
def term_of(form: str) -> str:
    """Return the index term of one word form.

    Case, accents, ligatures, width, possessives and inflection do not count. Capitals or dots that
    spell a stop word make an acronym: "US" and "U.S." give "US", the pronoun gives "us".
    """
    if form in "%％":
        return "percent"
    if _NUMBER.fullmatch(form):
        return numbers.canonical(form)
    bare = _CONTRACTION.sub("", form)
    folded = fold(_ELISION.sub("", bare.replace(".", ""))) or form
    if folded in LEXICON.stop_words:
        return folded.upper() if _is_acronym(bare) else folded
    return _stem(_SLAVIC_ENDING.sub("y", _PLURAL_NUMBER.sub("", folded)))


def _is_acronym(word: str) -> bool:
    return "." in word or (len(word) > 1 and word.isalpha() and word.isupper())


def fold(word: str) -> str:
    """Take case, accents, ligatures, width and apostrophes off a word."""
    if word.isascii():
        return word.lower().translate(_FOLDED)
    apart = unicodedata.normalize("NFKD", word).casefold().translate(_FOLDED)
    return unicodedata.normalize("NFKC", apart)


def _stem(folded: str) -> str:
    with _stemming:
        return str(_stemmer.stemWord(folded))
