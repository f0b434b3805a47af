from contextlib import suppress

import pytest

from corpus.errors import ReadingError
from corpus.reading import load_bytes

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial;}}"
    r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\*\cs10 Footnote;}}"
)


def rtf(inside: str) -> bytes:
    return f"{HEAD}{inside}}}".encode("latin-1")


def read_rtf(inside: str) -> list[str]:
    return [p.text for p in load_bytes(rtf(inside), title="x").article.paragraphs]


@pytest.mark.parametrize(
    ("inside", "paragraphs"),
    [
        (r"\pard One.\par Two.\par", ["One.", "Two."]),
        ("\\pard One.\\\nTwo.\\\r\nThree.", ["One.", "Two.", "Three."]),
        (r"It cost {\deleted 34}{\revised 3.4} million.\par", ["It cost 3.4 million."]),
        (r"Seen{\v  unseen}.\par", ["Seen."]),
        (r"Seen{\v0  too}.\par", ["Seen too."]),
        (r"About 10{\super 6} cells.\par", ["About 10⁶ cells."]),
        (r"About 7{\up6 2\up0  km}.\par", ["About 7² km."]),
        (r"They left.{\super 4} Soon.\par", ["They left. Soon."]),
        (r"M\'fcller.\par", ["Müller."]),
        (r"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2}.\par", ["Привет."]),
        (r"\u1055?\uc2\u1088??\uc0\u1080\u1074 x.\par", ["Привx."]),  # noqa: RUF001 - Cyrillic is meant
        (r"\u-10179?\u-8704? end.\par", ["😀 end."]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt A link}} here.\par", ["A link here."]),
        (r"{\header Page {\field{\fldrslt 3}}\par}Text.\par", ["Text."]),
        (r"{\*\unknown words}Text.{\pict\wmetafile8 0102}\par", ["Text."]),
        (r"Text.{\pict\bin5 {}}{\}\par", ["Text."]),
        (
            r"{\shp{\*\shpinst{\sp{\sn a}}{\shptxt Box.\par}}{\shprslt Box.}}Text.\par",
            ["Box.", "Text."],
        ),
        (r"\intbl 2022\cell 300\cell\row\pard Text.\par", ["2022 | 300", "Text."]),
        (r"\{a\}\~b\_c\-d\line e.\par", ["{a}\u00a0b\u2011cd e."]),
        (
            r"Nine{\footnote \pard {\super 4} His count.\par} left.\par",
            ["Nine left.", "His count."],
        ),
    ],
)
def test_what_is_seen_is_read_and_nothing_else(inside: str, paragraphs: list[str]) -> None:
    assert read_rtf(inside) == paragraphs


def test_the_title_the_author_and_headings_are_told() -> None:
    inside = (
        r"{\info{\title Old title}{\author Jane Doe}}\pard\s1 Harbour closed\par"
        r"\pard Text of it.\par\pard\outlinelevel1 Why\par\pard More of it.\par"
    )
    article = load_bytes(rtf(inside), name="x.rtf").article
    assert (article.title, article.author) == ("Harbour closed", "Jane Doe")
    assert [(p.heading, p.text) for p in article.paragraphs] == [
        (None, "Text of it."),
        ("Why", "More of it."),
    ]


@pytest.mark.parametrize(
    "body",
    [
        b"{\\rtf1" + b"{" * 1_000_000,
        b"{\\rtf1" + b"}" * 1_000_000 + b" x",
        b"{\\rtf1 \\bin99999999999 x",
        b"{\\rtf1\\ansicpg99999\\u99999999? \\'zz",
        b"{\\rtf1 no end",
    ],
    ids=["open", "closed", "bin", "numbers", "no end"],
)
def test_a_hostile_file_ends_in_a_refusal_or_an_article(body: bytes) -> None:
    with suppress(ReadingError):
        load_bytes(body)
