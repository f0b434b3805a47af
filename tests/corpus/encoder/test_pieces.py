"""How a text is cut into word pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.encoder import BEGIN, END, MODEL, load_tokenizer, number_of, readable


def test_a_long_text_is_not_cut_off() -> None:
    encoding = load_tokenizer(MODEL).encode("ferry " * 3_000, add_special_tokens=False)
    assert len(encoding.ids) == 3_000


def test_pieces_are_known_by_number_and_others_are_refused() -> None:
    tokenizer = load_tokenizer(MODEL)
    assert [tokenizer.id_to_token(number_of(tokenizer, piece)) for piece in (BEGIN, END)] == [
        "[CLS]",
        "[SEP]",
    ]
    with pytest.raises(KeyError, match="no such piece"):
        number_of(tokenizer, "no such piece")


@given(
    st.text(
        st.characters(exclude_categories=()) | st.sampled_from("\ud800\udc00\udfff"), max_size=40
    )
)
def test_any_text_can_be_made_readable_and_keeps_its_places(text: str) -> None:
    made = readable(text)
    assert len(made) == len(text)
    made.encode()
    assert all(own in (before, "?") for own, before in zip(made, text, strict=True))
    assert made == text or "?" in made
