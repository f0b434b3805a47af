from datetime import date
from io import BytesIO

import pytest
from fpdf import FPDF
from pypdf import PdfWriter

from corpus.errors import ReadingError
from corpus.reading import load_bytes
from corpus.reading.formats.pdf.parser import MAX_PAGES

TITLE = "Harbour strike in Velmouth enters its third week"

PARAGRAPHS = [
    (
        "Dockers in the port of Velmouth voted on Thursday to extend their strike into a third week, "
        "union leaders said, after talks with the port authority broke down over the rota and the pay."
    ),
    (
        '"We will not go back until the rota is fair," said Ada Brenk, who speaks for the 1,400 dockers. '
        "She added that the union had asked for nothing that other ports do not already give to theirs."
    ),
    (
        "The port authority said that it was losing two million a day. It asked the government to step "
        "in before the weekend, and said that it had not been told of the vote beforehand by anybody."
    ),
    (
        "The transport minister, Ivo Lund, said the dispute was a matter between employer and employee. "
        "He told reporters on Friday that talks are due to resume on Monday."
    ),
]


class Paper(FPDF):
    """A PDF with a running header and footer on each page."""

    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 5, "The Daily Gull", new_x="LMARGIN", new_y="NEXT")
        self.ln(4)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 10, f"Page {self.page_no()} of {{nb}}", align="C")


def make_pdf(paragraphs: list[str], *, gap: float = 4, indent: int = 0, align: str = "J") -> bytes:
    pdf = Paper()
    pdf.add_page()
    pdf.set_font("Helvetica", size=20)
    pdf.multi_cell(0, 9, TITLE, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)
    for line in ("By Jane Doe, Port Correspondent", "October 24, 2024"):
        pdf.ln(2)
        pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)
    for position, text in enumerate(paragraphs):
        if position == 2:
            pdf.set_font("Helvetica", style="B", size=11)
            pdf.cell(0, 8, "The losses", new_x="LMARGIN", new_y="NEXT")
            pdf.set_font("Helvetica", size=11)
        pdf.multi_cell(0, 5.5, "\u00a0" * indent + text, align=align, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(gap)
    return bytes(pdf.output())


@pytest.mark.parametrize(
    "layout",
    [{"gap": 4}, {"gap": 3, "align": "L"}, {"gap": 0, "indent": 6}],
)
def test_lines_become_paragraphs_again_whatever_sets_them_apart(
    layout: dict[str, float | int | str],
) -> None:
    article = load_bytes(make_pdf(PARAGRAPHS, **layout)).article  # type: ignore[arg-type] # a table
    assert [paragraph.text for paragraph in article.paragraphs] == PARAGRAPHS
    assert [p.heading for p in article.paragraphs] == [None, None, "The losses", "The losses"]
    assert article.title == TITLE
    assert (article.author, article.published) == ("Jane Doe", date(2024, 10, 24))


def test_a_paragraph_over_a_page_break_is_one_and_running_lines_go() -> None:
    paragraphs = [f"{text} This was on day {day}." for day in range(12) for text in PARAGRAPHS]
    article = load_bytes(make_pdf(paragraphs)).article
    assert [paragraph.text for paragraph in article.paragraphs] == paragraphs


def lines_pdf(lines: list[str]) -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for line in lines:
        pdf.cell(0, 5.5, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def test_a_short_last_line_ends_a_paragraph_where_nothing_else_does() -> None:
    body = lines_pdf(
        [
            "The port authority said on Monday that it was losing two million a day.",
            "It has asked for help.",
            "The minister, Ivo Lund, told reporters that talks would resume on Friday, and",
            "that he knew no more.",
        ]
    )
    assert [
        paragraph.text[-22:] for paragraph in load_bytes(body, title="x").article.paragraphs
    ] == [
        "It has asked for help.",
        " that he knew no more.",
    ]


def test_a_word_broken_at_the_line_end_is_whole_and_a_compound_keeps_its_hyphen() -> None:
    body = lines_pdf(
        [
            "The third party said on Monday that the gov-",
            "ernment would talk to the third-",
            "party about an anti-",
            "Russian plan and its well-",
            "known author, 10-",
            "year pre-",
            "and post-war. The well-known plan is",
        ]
    )
    assert load_bytes(body, title="x").article.text == (
        "The third party said on Monday that the government would talk to the third-party about an "
        "anti-Russian plan and its well-known author, 10-year pre- and post-war. The well-known plan is"
    )


def blank_pdf(pages: int) -> PdfWriter:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    return writer


def written(writer: PdfWriter) -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def encrypted(user_password: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(make_pdf(PARAGRAPHS)))
    writer.encrypt(user_password, "owner", algorithm="RC4-128")
    return written(writer)


def test_a_pdf_locked_only_against_changes_is_read() -> None:
    assert len(load_bytes(encrypted("")).article.paragraphs) == len(PARAGRAPHS)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (encrypted("secret"), "password"),
        (written(blank_pdf(2)), "pictures"),
        (written(blank_pdf(MAX_PAGES + 1)), "pages"),
        (b"%PDF-1.7\nnot one at all", "damaged"),
        (make_pdf(PARAGRAPHS)[:900], "damaged"),
    ],
    ids=["encrypted", "scanned", "too many pages", "garbage", "cut off"],
)
def test_a_pdf_that_cannot_be_read_is_refused_by_name(body: bytes, word: str) -> None:
    with pytest.raises(ReadingError, match=word):
        load_bytes(body)
