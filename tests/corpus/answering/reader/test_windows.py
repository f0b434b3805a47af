"""What of a long paragraph is read."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.answering.reader.windows import MOST_WORDS, best_window
from corpus.languages.english import sentences, words
from corpus.languages.english.document import Document

FILLER = "The council met in the old hall and spoke of many things that evening. "
WORDS = st.sampled_from(["harbour", "ferry", "left", "noon", "the", "Okafor", "1,500"])
SENTENCE = st.lists(WORDS, min_size=1, max_size=40).map(lambda w: " ".join(w).capitalize() + ".")


def test_a_short_paragraph_is_read_whole() -> None:
    assert best_window(Document.of_paragraph("The ferry left. It was noon."), {"ferri": 2.0}) == (
        0,
        28,
    )


def test_of_a_long_paragraph_the_sentences_around_the_asked_words_are_read() -> None:
    text = FILLER * 8 + "The ferry left at noon. " + FILLER * 8
    start, end = best_window(Document.of_paragraph(text), {"ferri": 5.0, "noon": 4.0})
    assert "The ferry left at noon." in text[start:end]
    assert len(words(text[start:end])) <= MOST_WORDS


def test_without_an_asked_word_its_beginning_is_read() -> None:
    assert best_window(Document.of_paragraph(FILLER * 20), {"ferri": 5.0})[0] == 0


@given(st.lists(SENTENCE, min_size=1, max_size=12), st.dictionaries(WORDS, st.floats(0, 9)))
def test_a_window_is_whole_sentences_in_a_row(parts: list[str], weights: dict[str, float]) -> None:
    text = " ".join(parts)
    start, end = best_window(Document.of_paragraph(text), weights)
    spans = sentences(text)
    assert (start, end) == (0, len(text)) or (
        start in {s for s, _ in spans} and end in {e for _, e in spans}
    )
    inside = [span for span in spans if start <= span[0] and span[1] <= end]
    assert len(words(text[start:end])) <= MOST_WORDS or len(inside) == 1
