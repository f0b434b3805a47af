"""The finder gives parts of the text itself, whatever the text, the same alone as in company."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Span
from corpus.claims.learned.finder import LearnedFinder
from corpus.languages.english.document import Document

FINDER = LearnedFinder()
SAID = "The bridge will open in May, said Anna Lund, the mayor of Oxbow."


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[slice(*span)] for span in spans]


def test_a_plain_sentence_gives_its_source_cue_and_content() -> None:
    (found,) = FINDER.find(Document.of(SAID))
    assert "Anna Lund" in words(SAID, found.source)[0]
    assert words(SAID, found.cue) == ["said"]
    assert words(SAID, found.content) == ["The bridge will open in May"]


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "\ud800\udfff said \ud800", "said " * 3000, "\u201c" * 700, "a" * 20000,
     "\u0e01\u0e34\u0301" * 500, "\U0001f600 said \U0001f600", "\x00\x01 said \x7f", "he said. " * 600],
    ids=range(10),
)  # fmt: skip
def test_any_text_will_do(text: str) -> None:
    for found in FINDER.find(Document.of(text)):
        for start, end in found.source + found.cue + found.content:
            assert 0 <= start < end <= len(text)


@given(
    st.text(alphabet=st.sampled_from('said he \u201c\u201d".,\n\u00e9\u4e00\ud800'), max_size=300)
)
@settings(max_examples=40, deadline=None)
def test_spans_of_a_part_are_in_order_and_within_one_paragraph(text: str) -> None:
    document = Document.of(text)
    for found in FINDER.find(document):
        home = next(span for span in document.paragraphs if span[0] <= found.cue[0][0] < span[1])
        for part in (found.source, found.cue, found.content):
            assert list(part) == sorted(part)
            assert all(home[0] <= s < e <= home[1] for s, e in part)


def test_a_very_long_paragraph_gives_each_claim_once() -> None:
    text = " ".join(f"Minister number {n} said that road {n} was closed." for n in range(60))
    found = FINDER.find(Document.of(text))
    cues = [attribution.cue for attribution in found]
    assert len(cues) == len(set(cues))
    assert 55 <= len(cues) <= 65
