"""An answer about another thing than the one asked about is none."""

from __future__ import annotations

import pytest

from corpus import Article, Corpus

STORM = Article.from_paragraphs(
    "Notes from the coast",
    [
        "A storm tore the roof off the chapel of Sankt Veit on Friday evening.",
        "The chapel belongs to the parish. The repair will cost about 300,000 euros, Pastor Jan Moritz said.",
        "The organ, restored in 2009, stayed dry under a sheet of plastic.",
    ],
)
BRIDGE = Article.from_paragraphs(
    "Notes from Lenn",
    [
        "The old bridge over the Lenn is closed to lorries from Monday.",
        "Engineers found cracks in two of its pillars. The bridge carries 4,000 cars a day.",
        "The railway station, designed by Ivo Lang, is to be repaired next year for 12 million crowns.",
        "The river is 120 metres wide at this place and four metres deep.",
    ],
)
FIRE = Article.from_paragraphs(
    "Notes from Lowick",
    [
        "A fire in the bakery of Lowick was put out within an hour on Monday.",
        "The café next door was opened in March 2018 by Ada Finch.",
    ],
)


@pytest.mark.parametrize(
    ("article", "question"),
    [
        (STORM, "when was the chapel restored"),
        (FIRE, "when did the bakery open"),
        (FIRE, "when was the bakery opened"),
        (BRIDGE, "who designed the bridge"),
        (BRIDGE, "when will the bridge be repaired"),
        (BRIDGE, "how long is the river"),
    ],
)
def test_another_thing_or_measure_is_no_answer(article: Article, question: str) -> None:
    assert not Corpus([article]).ask(question).answered


@pytest.mark.parametrize(
    ("article", "question", "paragraph"),
    [
        (STORM, "when was the organ restored", 3),
        (STORM, "how much will the repair cost", 2),
        (FIRE, "who opened the café", 2),
        (BRIDGE, "who designed the station", 3),
        (BRIDGE, "when will the railway station be repaired", 3),
        (BRIDGE, "how deep is the river", 4),
        (BRIDGE, "how many cars does the bridge carry", 2),
    ],
)
def test_the_thing_asked_about_is(article: Article, question: str, paragraph: int) -> None:
    first, *_ = Corpus([article]).ask(question).passages
    assert first.paragraph == paragraph
