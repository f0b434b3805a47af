"""What is measured, through the ranking it makes: paragraphs differ in one thing only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.answering.article_words import ArticleWords
from corpus.answering.features import FEATURES, Candidate, measure
from corpus.answering.question import read_question
from corpus.answering.ranking import WEIGHTS, scores
from corpus.answering.searchable import make_searchable
from corpus.answering.topicality import topicalities
from corpus.answering.units import units_of
from corpus.article import Article
from corpus.languages.english import terms
from corpus.languages.english.document import Document


def candidates(paragraphs: list[str], title: str = "T") -> list[Candidate]:
    """Make every paragraph a candidate of the same BM25 score."""
    article = Article.from_paragraphs(title, paragraphs, id="a")
    document = Document.of_article(article)
    units = list(units_of(article, document))
    packed = make_searchable(article, units, ArticleWords.of(article, units, document))
    return [
        Candidate("a", n, n + 1, 100.0, packed.unit(n), packed.title, packed.asks[n])
        for n in range(len(paragraphs))
    ]


def measured(question: str, paragraphs: list[str], title: str = "T") -> dict[str, list[float]]:
    asked = read_question(question)
    rows = measure(asked, candidates(paragraphs, title), dict.fromkeys(asked.terms, 1.0))
    return dict(zip(FEATURES, rows.T.tolist(), strict=True))


@pytest.mark.parametrize(
    ("feature", "question", "better", "worse"),
    [
        ("covered", "ferry timetable", "The ferry timetable is new.", "The ferry is new here."),
        ("exact", "closed bridges", "They closed bridges.", "They close a bridge."),
        ("related", "nuclear plant", "The nuclei of a plant.", "The leaves of a plant."),
        ("adjacent", "harbour fund", "The harbour fund is empty.", "The fund of the harbour."),
        ("sentence", "ferry strike", "The ferry strike. It rained.", "The ferry. A strike."),
        ("answer", "When will the ferry sail?", "The ferry sails on Monday.", "The ferry sails."),
        ("answer", "Who runs the ferry?", "The ferry is run by Ana Ruiz.", "The ferry runs well."),
        ("answer", "Where is the ferry?", "The ferry is in Ellery.", "The Ellery ferry is old."),
        ("kind", "How much did the ferry cost?", "The ferry cost $5.", "The ferry cost too much."),
        (
            "kind",
            "Why did the ferry stop?",
            "The ferry stopped because of ice.",
            "The ferry stopped.",
        ),
        (
            "kind",
            "What percentage of ferries sank?",
            "Of ferries 4 percent sank.",
            "4 ferries sank.",
        ),
        (
            "counted",
            "How many troops came?",
            "1,500 tired troops came.",
            "Troops came at 5 o'clock.",
        ),
    ],
)
def test_a_feature_tells_the_better_paragraph(
    feature: str, question: str, better: str, worse: str
) -> None:
    high, low = measured(question, [better, worse])[feature]
    assert high > low


def test_earlier_paragraphs_and_titles_that_hold_the_question_count() -> None:
    found = measured("ferry strike", ["The ferry.", "A strike."], title="Strike!")
    assert found["early"][0] > found["early"][1]
    assert found["title"] == [0.5, 0.5]
    assert found["neighbours"] == [0.5, 0.5]


def test_a_paragraph_that_only_asks_the_question_is_no_answer() -> None:
    paragraphs = ["When will the ferry sail again?", "The ferry will sail again on Monday."]
    asked = read_question("When will the ferry sail again?")
    first, second = scores(measure(asked, candidates(paragraphs), dict.fromkeys(asked.terms, 1.0)))
    assert second > first


def test_every_weight_is_of_something_measured() -> None:
    assert WEIGHTS.keys() <= set(FEATURES)


TEXTS = st.text("ferry strike 1500 Monday? .,$%\u4f60", max_size=60)


@given(question=TEXTS, paragraphs=st.lists(TEXTS, min_size=1, max_size=4))
def test_whatever_is_measured_is_finite_and_confidence_a_share(
    question: str, paragraphs: list[str]
) -> None:
    asked = read_question(question)
    held = [c for c in candidates(paragraphs) if len(c.codes)]
    if not asked.terms or not held or not set(asked.terms) & set(terms(" ".join(paragraphs))):
        return
    rows = measure(asked, held, dict.fromkeys(asked.terms, 1.0))
    assert rows.shape == (len(held), len(FEATURES))
    assert abs(scores(rows)).max() < 1_000
    assert ((topicalities(rows) >= 0) & (topicalities(rows) <= 1)).all()
