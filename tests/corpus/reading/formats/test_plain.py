from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading import LoadedArticle, load_file, load_text

REAL_ARTICLE = (
    Path(__file__).parents[4] / ".." / "shared" / "articles" / "north-korean-troops-kursk.txt"
)

WRAPPED = """\
Harbour strike enters third week
By Jane Doe, Staff Writer
Published Oct 24, 2024 10:31 am

Dockers in the port of Velmouth voted on Thursday to
extend their strike into a third week, union leaders
said. Talks are to go on.

  "We will not go back until the rota is fair," said
Ada Brenk.
  The port authority said that it was losing two
million a day.
"""

LINE_BY_LINE = """\
Harbour strike enters third week
Jane Doe
Oct. 24, 2024
Dockers voted on Thursday to extend their strike into a third week, union leaders said.
"We will not go back until the rota is fair," said Ada Brenk.
The port authority said that it was losing two million a day, and that it had asked for help.
What happens next
Talks resume on Monday.
Leave a Reply
"""


def texts(loaded: LoadedArticle) -> list[str]:
    return [paragraph.text for paragraph in loaded.article.paragraphs]


def test_hard_wrapped_lines_become_paragraphs_again() -> None:
    loaded = load_text(WRAPPED)
    assert texts(loaded) == [
        (
            "Dockers in the port of Velmouth voted on Thursday to extend their strike into a third "
            "week, union leaders said. Talks are to go on."
        ),
        '"We will not go back until the rota is fair," said Ada Brenk.',
        "The port authority said that it was losing two million a day.",
    ]
    assert loaded.article.title == "Harbour strike enters third week"
    assert loaded.article.author == "Jane Doe"
    assert str(loaded.article.published) == "2024-10-24"
    assert loaded.warnings == ()


def test_where_each_line_is_a_paragraph_lines_stay_apart_and_headings_give_context() -> None:
    article = load_text(LINE_BY_LINE).article
    assert [(p.heading, p.text) for p in article.paragraphs] == [
        (
            None,
            (
                "Dockers voted on Thursday to extend their strike into a third week, union leaders "
                "said."
            ),
        ),
        (None, '"We will not go back until the rota is fair," said Ada Brenk.'),
        (
            None,
            (
                "The port authority said that it was losing two million a day, and that it had asked "
                "for help."
            ),
        ),
        ("What happens next", "Talks resume on Monday."),
    ]
    assert article.author == "Jane Doe"


@pytest.mark.parametrize(
    ("text", "title", "paragraphs"),
    [
        ("Mine reopens\n\nIt reopened on Monday.", "Mine reopens", ["It reopened on Monday."]),
        ("Will the Mine Reopen?\n\nIt may.", "Will the Mine Reopen?", ["It may."]),
        ("Old Tarn Hill Mine Reopens.\n\nIt did.", "Old Tarn Hill Mine Reopens.", ["It did."]),
        (
            "It reopened on Monday.\n\nAll went well.",
            None,
            ["It reopened on Monday.", "All went well."],
        ),
        ("World News\n\nMine reopens\n\nIt did.", "Mine reopens", ["It did."]),
        ("Only one paragraph here", None, ["Only one paragraph here"]),
        ("A title\r\n\r\nOne.\r\rTwo.\u2029\u2029Three.", "A title", ["One.", "Two.", "Three."]),
        ("A title\n \t\nOne  has\ttwo   spaces.", "A title", ["One has two spaces."]),
    ],
)
def test_a_first_block_is_the_title_where_it_reads_as_one(
    text: str, title: str | None, paragraphs: list[str]
) -> None:
    loaded = load_text(text)
    assert texts(loaded) == paragraphs
    assert loaded.article.title == (title or paragraphs[0])
    assert any("No title" in warning for warning in loaded.warnings) == (title is None)


def test_a_given_title_leaves_every_line_a_paragraph() -> None:
    loaded = load_text("A short line\n\nA sentence follows it.", title="Given")
    assert texts(loaded) == ["A short line", "A sentence follows it."]
    assert loaded.article.title == "Given"


VOCABULARY = "the minister said that 1,400 dockers would not go"
words = st.lists(st.sampled_from(VOCABULARY.split()), min_size=1)
sentences = words.map(lambda found: " ".join([*found, "again."]).capitalize())
long_sentences = st.lists(words, min_size=12, max_size=20).map(
    lambda found: " ".join([*(word for some in found for word in ("they", *some)), "again."])
)


@given(st.lists(sentences, min_size=1, max_size=8))
def test_paragraphs_joined_by_blank_lines_are_given_back(paragraphs: list[str]) -> None:
    article = load_text("\n\n".join(paragraphs), title="A title of its own").article
    assert [p.text for p in article.paragraphs] == paragraphs
    assert [p.number for p in article.paragraphs] == list(range(1, len(paragraphs) + 1))


@given(st.lists(long_sentences, min_size=3, max_size=3), st.integers(50, 100))
def test_paragraphs_wrapped_at_a_margin_are_given_back(paragraphs: list[str], width: int) -> None:
    wrapped = "\n\n".join(fill(paragraph, width) for paragraph in paragraphs)
    assert texts(load_text(wrapped, title="A title of its own")) == paragraphs


@pytest.mark.skipif(not REAL_ARTICLE.exists(), reason="the shared articles are not here")
def test_the_real_article_gives_its_title_and_its_eight_paragraphs() -> None:
    article = load_file(REAL_ARTICLE).article
    lines = [line for line in REAL_ARTICLE.read_text("utf-8").splitlines() if line.strip()]
    assert article.title == lines[0].strip()
    assert [p.text for p in article.paragraphs] == [line.strip() for line in lines[1:9]]
    assert article.language == "en"
