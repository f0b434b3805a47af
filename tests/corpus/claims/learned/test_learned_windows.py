"""Windows cover every piece of every paragraph once, and their places are the text's own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.claims.learned.windows import PIECES, owned_ranges, windows
from corpus.encoder import MODEL, load_tokenizer


@given(st.lists(st.sampled_from(["word", ".", ","]), max_size=1500))
@settings(max_examples=200)
def test_owned_ranges_cover_every_piece_once_and_fit_with_their_context(pieces: list[str]) -> None:
    ranges = list(owned_ranges(pieces))
    assert [at for owned in ranges for at in owned] == list(range(len(pieces)))
    assert all(0 < len(owned) <= PIECES for owned in ranges)


def test_a_long_paragraph_is_cut_at_a_sentence_end() -> None:
    pieces = (["word"] * 29 + ["."]) * 20
    first = next(owned_ranges(pieces))
    assert pieces[first.stop - 1] == "."


@pytest.mark.parametrize("text", ["plain", "na\u00efve \u201cquote\u201d", "lone \ud800 surrogate"])
def test_places_are_those_of_the_whole_text(text: str) -> None:
    before = "The first paragraph.\n"
    (window,) = windows(
        load_tokenizer(MODEL), before + text, [(len(before), len(before) + len(text))]
    )
    places = list(zip(window.starts, window.ends, strict=True))
    assert places[0] == places[-1] == (0, 0)
    read = "".join((before + text)[start:end] for start, end in places[1:-1])
    assert read == text.replace(" ", "")
