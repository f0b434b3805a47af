import pytest

from corpus.reading import load_bytes, load_text

MARKDOWN = b"""\
---
title: "Harbour strike enters third week"
author: Jane Doe
date: 2024-10-24
source: https://gull.example/strike
---
# Harbour strike enters third week

*By Jane Doe*

Dockers in the port of **Velmouth** voted on Thursday to
[extend their strike](http://x.example/) into a third week.

![Dockers at the gate](a.png)

## Demands

- A fair rota, said the union.
- More pay.

> "We will not go back," said Ada Brenk.

    Indented text is still a paragraph, he said.

| Year | Containers |
|---|---|
| 2022 | 300,000 |

<p align="center">An <b>HTML</b> paragraph &amp; more.</p>

Also read: [The port](http://x.example/port)
"""


def test_markdown_gives_its_words_without_its_marks() -> None:
    article = load_bytes(MARKDOWN, name="strike.md").article
    assert [(p.heading, p.text) for p in article.paragraphs] == [
        (
            None,
            "Dockers in the port of Velmouth voted on Thursday to extend their strike into a third week.",
        ),
        ("Demands", "A fair rota, said the union."),
        ("Demands", "More pay."),
        ("Demands", '"We will not go back," said Ada Brenk.'),
        ("Demands", "Indented text is still a paragraph, he said."),
        ("Demands", "Year | Containers"),
        ("Demands", "2022 | 300,000"),
        ("Demands", "An HTML paragraph & more."),
    ]
    assert article.captions == ("Dockers at the gate",)
    assert (article.title, article.author) == ("Harbour strike enters third week", "Jane Doe")
    assert str(article.published) == "2024-10-24"
    assert article.url == "https://gull.example/strike"


def test_the_first_heading_is_the_title() -> None:
    article = load_bytes(b"# A title\n\nOne.\n\n## Two\n\nThree.", name="x.md").article
    assert article.title == "A title"
    assert [(p.heading, p.text) for p in article.paragraphs] == [(None, "One."), ("Two", "Three.")]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("About 10<sup>6</sup> cells.", "About 10⁶ cells."),
        ("They left.<sup>4</sup> Soon.", "They left. Soon."),
        (
            "They left.[^4] Soon.\n\n[^4]: By his own count.",
            "They left. Soon.\n\nBy his own count.",
        ),
        ("Some H<sub>2</sub>O.", "Some H2O."),
        ("On the 21<sup>st</sup> of May.", "On the 21st of May."),
    ],
)
def test_raised_figures_are_powers_and_footnote_marks_are_left_out(text: str, read: str) -> None:
    assert load_text(f"# Title\n\n{text}").article.text == read
