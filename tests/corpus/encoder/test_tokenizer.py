"""How a text is cut into word pieces: as the library `tokenizers` cuts it, which is the oracle."""

from importlib.resources import files
from unicodedata import category, ucd_3_2_0

import pytest
import tokenizers
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from corpus.encoder import BEGIN, END, MODEL, Piece, Tokenizer, load_tokenizer


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return load_tokenizer(MODEL)


@pytest.fixture(scope="module")
def oracle(tokenizer: Tokenizer) -> tokenizers.Tokenizer:
    cutter = tokenizers.Tokenizer(WordPiece(tokenizer.numbers, unk_token="[UNK]"))
    cutter.normalizer = BertNormalizer()
    cutter.pre_tokenizer = BertPreTokenizer()
    return cutter


def cut_by(oracle: tokenizers.Tokenizer, text: str) -> list[Piece]:
    encoding = oracle.encode(text, add_special_tokens=False)
    pieces = zip(encoding.ids, encoding.offsets, strict=True)
    return [Piece(number, *place) for number, place in pieces]


def is_old(character: str) -> bool:
    """Tell whether a character means the same in Unicode 3.2 and now.

    The oracle and the Python that runs know different later versions.
    """
    return category(character) == ucd_3_2_0.category(character) != "Cs"


characters = st.characters().filter(is_old) | st.sampled_from("aA1 ,.'-é\u0301\u0327\u00ad\t中")
words = st.sampled_from(
    ["ferry", "Osterby", "unaffable", "don’t", "U.S.", "“No,”", "naïve", "İstanbul", "ﬁre", "[SEP]"]
)
texts = st.lists(words | st.text(characters, max_size=8), max_size=12).map(" ".join)


@given(texts)
@settings(max_examples=200)
def test_any_text_has_the_pieces_and_places_that_the_library_gives_it(
    tokenizer: Tokenizer, oracle: tokenizers.Tokenizer, text: str
) -> None:
    assert tokenizer(text) == cut_by(oracle, text)


@pytest.mark.parametrize(
    "block",
    [
        range(0x3400),
        *(
            range(border - 2, border + 3)
            for ideographs in ("㐀䶿", "一鿿", "\uf900\ufaff", "\U00020000\U0002a6df")
            for border in map(ord, ideographs)
        ),
        range(0xFB00, 0x10000),
    ],
    ids=lambda block: f"{block.start:X}",
)
def test_every_character_is_read_as_by_the_library(
    tokenizer: Tokenizer, oracle: tokenizers.Tokenizer, block: range
) -> None:
    text = "".join(f"a{character}b " for character in map(chr, block) if is_old(character))
    assert tokenizer(text) == cut_by(oracle, text)


@pytest.mark.parametrize("letters", [99, 100, 101])
def test_a_word_that_is_too_long_is_unknown_as_to_the_library(
    tokenizer: Tokenizer, oracle: tokenizers.Tokenizer, letters: int
) -> None:
    text = "so " + "a" * letters + ", so"
    assert tokenizer(text) == cut_by(oracle, text)


def test_the_sample_articles_are_cut_as_by_the_library(
    tokenizer: Tokenizer, oracle: tokenizers.Tokenizer
) -> None:
    samples = list((files("corpus") / "samples").iterdir())
    assert samples
    for path in samples:
        text = path.read_text("utf-8")
        assert tokenizer(text) == cut_by(oracle, text)


def test_a_long_text_is_not_cut_off(tokenizer: Tokenizer) -> None:
    assert len(tokenizer("ferry " * 3_000)) == 3_000


def test_pieces_are_known_by_number_and_others_are_refused(tokenizer: Tokenizer) -> None:
    assert [tokenizer.vocabulary[tokenizer.numbers[piece]] for piece in (BEGIN, END)] == [
        "[CLS]",
        "[SEP]",
    ]
    with pytest.raises(KeyError, match="no such piece"):
        tokenizer.numbers["no such piece"]


def test_no_text_can_pretend_to_end(tokenizer: Tokenizer) -> None:
    special = {tokenizer.numbers[piece] for piece in (BEGIN, END, "[MASK]", "[PAD]")}
    pieces = tokenizer("the end [SEP] [CLS] [MASK] [PAD]")
    assert special.isdisjoint(piece.number for piece in pieces)


@given(
    st.text(
        st.characters(exclude_categories=()) | st.sampled_from("\ud800\udc00\udfff"), max_size=40
    )
)
def test_any_text_can_be_cut_and_each_piece_has_its_own_place(
    tokenizer: Tokenizer, text: str
) -> None:
    after = 0
    for piece in tokenizer(text):
        assert after <= piece.start < piece.end <= len(text)
        after = piece.end


def test_a_lone_surrogate_is_read_as_a_question_mark(tokenizer: Tokenizer) -> None:
    assert tokenizer("a\ud800b \udfff") == tokenizer("a?b ?")
