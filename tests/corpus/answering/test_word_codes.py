import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.answering import word_codes as codes
from corpus.answering.coded_words import encode
from corpus.languages.english import words
from corpus.languages.english.document import Document


def traits_of(text: str, word: str) -> set[str]:
    cut = words(text)
    at = next(n for n, w in enumerate(cut) if text[w.start : w.end] == word)
    traits = int(codes.traits(encode(Document.of_paragraph(text)))[at])
    names = "CAPITAL NUMBER YEAR DATE PREPOSITION REASON MONEY PERCENT COMMON FIRST PRICED"
    return {name.lower() for name in names.split() if traits & getattr(codes, name)}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They met in Kursk.", "Kursk", {"capital"}),
        ("They met in Kursk.", "They", {"capital", "common", "first"}),
        ("They met in Kursk.", "in", {"common", "preposition"}),
        ("It opened in 1998.", "1998", {"number", "year"}),
        ("Some 1,500 troops came.", "1,500", {"number"}),
        ("It cost $1,500 then.", "1,500", {"number", "priced"}),
        ("It cost 40 dollars.", "dollars", {"money"}),
        ("It fell 4% on Monday.", "%", {"percent"}),
        ("It fell 4% on Monday.", "Monday", {"capital", "date"}),
        ("No one came.", "one", set()),
        ("It rained. Troops came.", "Troops", {"capital", "first"}),
        ("It closed because of rain.", "because", {"common", "reason"}),
    ],
)
def test_a_word_is_known_for_what_it_may_answer(text: str, word: str, expected: set[str]) -> None:
    assert traits_of(text, word) == expected


def test_forms_of_a_word_share_their_term_and_not_their_form() -> None:
    coded = encode(Document.of_paragraph("troops troop"))
    assert len(set(codes.term_hashes(coded))) == 1
    assert len(set(codes.form_hashes(coded))) == 2


def test_words_that_begin_alike_share_a_prefix_and_others_do_not() -> None:
    coded = encode(Document.of_paragraph("nuclear nuclei numbers"))
    prefixes = codes.prefix_hashes(codes.term_hashes(coded))
    assert prefixes[0] == prefixes[1] != prefixes[2]


@given(st.text(max_size=300))
def test_there_is_a_token_for_each_word_and_its_term_can_be_looked_up(text: str) -> None:
    cut = words(text)
    coded = encode(Document.of_paragraph(text))
    assert coded.dtype == np.uint64
    assert codes.term_hashes(coded).tolist() == [codes.hash_of(word.term) for word in cut]
