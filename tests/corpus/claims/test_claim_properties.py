from collections.abc import Sequence
from itertools import count, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Span
from corpus.claims import Claim, claims_within, find_claims
from corpus.claims.claim import words_at
from corpus.claims.finder import Attribution
from corpus.claims.nesting import covers
from corpus.languages.english.document import Document
from corpus.languages.english.paragraphs import paragraph_spans
from corpus.languages.english.quotations import quotations, touches
from tests.corpus.claims.marked import GivenFinder, SaidFinder, read_marked

PIECES = [
    "Ana Ruiz",
    "Ruiz",
    "Mayor",
    "Dr.",
    "the council",
    "officials",
    "he",
    "she",
    "who",
    "said",
    "says",
    "told",
    "denied",
    "has not confirmed",
    "according to",
    "adding",
    "calling for",
    "that",
    "and",
    "but",
    "while",
    "in",
    "The",
    "Reuters",
    "citing Ana Ruiz,",
    "cited by",
    "a lawyer",
    "it rained",
    "the road is shut",
    ". “It is over.” ",
    "may",
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "``",
    "''",
    ",",
    ".",
    ":",
    ";",
    "?",
    "—",
    "(",
    ")",
    "-",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u2028",
    "U.S.",
    "1,500",
    "É",
    "İ",
    "ß",
    "😀",
    "́",
    "\x00",
    "�",
]

NEWSLIKE = st.lists(st.sampled_from(PIECES), max_size=60).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)
TEXTS = st.one_of(NEWSLIKE, st.text(max_size=200))

GAPS = st.lists(st.sampled_from(PIECES), max_size=5)
WORDS = st.lists(
    st.one_of(
        st.sampled_from([piece for piece in PIECES if piece.strip()]),
        st.characters(exclude_categories=["C", "Z"], exclude_characters="{}"),
    ),
    min_size=1,
    max_size=3,
)
"""Pieces that a mark may hold: none ends a line."""

PARTS = st.lists(st.sampled_from(["s", "c", "x", ""]), max_size=3).flatmap(
    lambda more: st.permutations(["c", "x", *more])
)
"""The parts of an attribution in any order; "" stands between two others."""


@st.composite
def attributed_texts(draw: st.DrawFn) -> tuple[str, GivenFinder]:
    """Draw a text, and a finder of attributions in it, each within a sentence.

    They stand apart, or one inside another's content.
    """
    space = draw(st.sampled_from([" ", ""]))
    numbers = count()

    def attribution(*, may_hold_another: bool) -> str:
        number = next(numbers)
        pieces = []
        for part in draw(PARTS):
            holds_another = may_hold_another and part == "x" and draw(st.booleans())
            words = space.join(draw(WORDS))
            if holds_another:
                words = space.join([attribution(may_hold_another=False), words])
            pieces.append(f"{{{part}{number}:{words}}}" if part else words)
        return space.join(pieces)

    pieces = draw(GAPS)
    for _ in range(draw(st.integers(1, 3))):
        pieces += [attribution(may_hold_another=True), *draw(GAPS)]
    text, finder = read_marked(space.join(pieces))
    sentences = Document.of(text).whole_sentences
    return text, GivenFinder(
        [found for found in finder.attributions if is_in_one(sentences, found)]
    )


def is_in_one(sentences: Sequence[Span], attribution: Attribution) -> bool:
    spans = attribution.source + attribution.cue + attribution.content
    return any(all(covers([sentence], span) for span in spans) for sentence in sentences)


@settings(max_examples=200, deadline=None)
@given(attributed_texts())
def test_claims_are_words_of_their_text_in_order(attributed: tuple[str, GivenFinder]) -> None:
    text, finder = attributed
    assert_own_words_in_order(text, find_claims(text, finder))


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_claims_of_any_text_are_its_own_words_in_order(text: str) -> None:
    assert_own_words_in_order(text, find_claims(text))


def assert_own_words_in_order(text: str, claims: Sequence[Claim]) -> None:
    quoted = quotations(text, paragraph_spans(text))
    firsts = []
    for claim in claims:
        spans = claim.spans
        assert spans.content
        for part in (spans.source, spans.cue, spans.content):
            assert all(0 <= start < end <= len(text) for start, end in part)
            assert all(a[1] <= b[0] for a, b in pairwise(part))
        for start, end in spans.content:
            assert not any(s < end and start < e for s, e in (*spans.source, *spans.cue))
        assert claim.content == words_at(text, spans.content)
        assert claim.cue == words_at(text, spans.cue)
        named = (claim.source, claim.role, *claim.relays)
        assert all(name in text for name in named if name is not None)
        assert claim.quoted == any(touches(quoted, span) for span in spans.content)
        firsts.append(min(start for start, _ in (*spans.cue, *spans.content)))
    assert firsts == sorted(firsts)


@settings(max_examples=100, deadline=None)
@given(attributed_texts())
def test_the_paragraphs_share_out_every_claim(attributed: tuple[str, GivenFinder]) -> None:
    text, finder = attributed
    claims = find_claims(text, finder)
    shared = [
        (start + s, start + e)
        for start, end in paragraph_spans(text)
        for claim in claims_within(claims, text, start, end)
        for s, e in claim.spans.content
    ]
    assert sorted(shared) == sorted(span for claim in claims for span in claim.spans.content)


@given(TEXTS)
def test_quotations_are_in_order_apart_and_in_one_paragraph(text: str) -> None:
    paragraphs = paragraph_spans(text)
    found = quotations(text, paragraphs)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(any(s <= q.start < q.end <= e for s, e in paragraphs) for q in found)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 30_000,
        "“" * 30_000,
        "said " * 6_000,
        "Bob Lee said. " + "he said that x. " * 1_500,
        "X, a b, " * 3_000 + "said he",
        "Ab minister " * 2_500 + "said so.",
        "A said that " * 2_500,
        "it put the a at 5 " * 3_000,
        "it put the a at 5 and " * 3_000,
        "“It is so.\n" * 6_000 + "“It was,” said Pratt.",
    ],
)
def test_a_long_hostile_paragraph_is_read_to_its_end(text: str) -> None:
    """Each would take minutes if work grew with the square of its length."""
    assert all(claim.spans.content[-1][1] <= len(text) for claim in find_claims(text, SaidFinder()))
