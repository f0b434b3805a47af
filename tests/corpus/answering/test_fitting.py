"""Whether words can be what a question asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.answering.fitting import fits
from corpus.answering.question import read_question
from corpus.languages.english.document import Document


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("how many were hurt", "The slide killed two and hurt nine.", "nine", True),
        ("how many killed", "Nine injured people were flown out.", "Nine", False),
        ("how many goats drowned", "Some 40 goats drowned in the weir.", "40", True),
        ("how many goats drowned", "The weir cost 40 million euros.", "40 million", False),
        ("how many goats drowned", "He kept 40 pigs there.", "40", False),
        ("how many people came", "They heard 40 witnesses.", "40", True),
        ("how many nurses left", "Of the nurses 40 left.", "40", True),
        ("how many seats are empty", "She had 12 per cent fewer seats.", "12 per cent", False),
        ("how much is the toll", "Each lorry pays 14 kroner.", "14 kroner", True),
        ("how much does the toll cost", "Each day 14 lorries pass.", "14", False),
        ("how high is the fine", "It may be 4 per cent of sales.", "4 per cent", True),
        ("how old is the oak", "It was sold for 900 euros.", "900", False),
        ("how long did it last", "It lasted three weeks.", "three weeks", True),
        ("when do the lay-offs start", "It had 90 staff as of 3 June.", "3 June", False),
        ("when do the lay-offs start", "They begin on 3 June.", "3 June", True),
        ("why did the dam leak", "It leaked after a badger dug there.", "a badger dug there", True),
        ("why did the dam leak", "It leaked in 2019.", "2019", False),
        ("why did the dam leak", "Engineers had a look.", "Engineers", False),
        ("what did the cook do", "Lotte Maar sang.", "Lotte Maar", False),
        ("what did the cook do", "She sang for an hour.", "sang for an hour", None),
        ("where is the barge", "It lies off Port Alder.", "Port Alder", True),
        ("where is the barge", "It lies there still.", "still", False),
    ],
)
def test_words_fit_what_is_asked(
    question: str, text: str, words: str, expected: bool | None
) -> None:
    start = text.index(words)
    document = Document.of_paragraph(text)
    assert fits(read_question(question), document, (start, start + len(words))) is expected


@given(st.text(), st.text(min_size=1))
def test_any_question_and_text_are_judged(question: str, text: str) -> None:
    assert fits(read_question(question), Document.of_paragraph(text), (0, len(text))) in (
        True,
        False,
        None,
    )
