import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfWriter

from corpus.errors import ReadingError
from corpus.reading import load_bytes
from corpus.reading.formats.pdf.parser import MAX_PAGES
from tests.corpus.reading.formats.fonts import make_font

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


def read_pdf(pdf: FPDF) -> list[str]:
    return [p.text for p in load_bytes(bytes(pdf.output()), title="x").article.paragraphs]


def new_pdf(font: Path | None = None) -> FPDF:
    pdf = FPDF()
    pdf.add_page()
    if font:
        pdf.add_font("boxes", fname=font)
    pdf.set_font("boxes" if font else "Helvetica", size=11)
    return pdf


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("The engin-", "eers left.", "The engineers left."),
        ("The long-", "term plan is off.", "The long-term plan is off."),
        ("It is un-", "clear.", "It is unclear."),
        ("The vice-", "president left.", "The vice-president left."),
        ("Said Jean-", "Luc Maro.", "Said Jean-Luc Maro."),
        ("A decision-", "maker left.", "A decision-maker left."),
        ("It was rene-", "gotiated.", "It was renegotiated."),
        ("All sub-", "contractors left.", "All subcontractors left."),
        ("A news-", "paper says so.", "A newspaper says so."),
        ("The ten-", "year plan is off.", "The ten-year plan is off."),
        ("Die Bundes-", "regierung schwieg.", "Die Bundesregierung schwieg."),
    ],
)
def test_a_compound_keeps_its_hyphen_although_the_document_is_short(
    first: str, second: str, joined: str
) -> None:
    assert load_bytes(lines_pdf([first, second]), title="x").article.text == joined


def test_raised_figures_are_powers_and_raised_marks_are_none() -> None:
    pdf = new_pdf()
    for text, position in (
        ("About 10", "LINE"),
        ("6", "SUP"),
        (" cells live in 7 km", "LINE"),
        ("2", "SUP"),
        (" of it, she said.", "LINE"),
        ("4", "SUP"),
        (" Then CO", "LINE"),
        ("2", "SUB"),
        (" fell.", "LINE"),
    ):
        pdf.char_vpos = position
        pdf.write(6, text)
    assert read_pdf(pdf) == ["About 10⁶ cells live in 7 km² of it, she said. Then CO2 fell."]


@pytest.mark.parametrize("algorithm", ["RC4-40", "AES-128", "AES-256", "AES-256-R5"])
def test_a_pdf_without_an_opening_password_is_read_however_it_is_locked(algorithm: str) -> None:
    writer = PdfWriter(clone_from=BytesIO(make_pdf(PARAGRAPHS)))
    writer.encrypt("", "owner", algorithm=algorithm)
    assert len(load_bytes(written(writer)).article.paragraphs) == len(PARAGRAPHS)
    writer = PdfWriter(clone_from=BytesIO(make_pdf(PARAGRAPHS)))
    writer.encrypt("secret", "owner", algorithm=algorithm)
    with pytest.raises(ReadingError, match="password"):
        load_bytes(written(writer))


@pytest.mark.parametrize("shift", [64, 3, 0xEF00])
def test_letters_without_a_map_are_refused(shift: int, tmp_path: Path) -> None:
    texts = ["".join(c if c == " " else chr(ord(c) + shift) for c in text) for text in PARAGRAPHS]
    pdf = new_pdf(make_font(tmp_path / "boxes.ttf", "".join(texts)))
    for text in texts:
        pdf.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(4)
    with pytest.raises(ReadingError, match="which letters"):
        read_pdf(pdf)


def test_turned_text_is_left_out_and_named() -> None:
    pdf = new_pdf()
    pdf.multi_cell(0, 6, f"{PARAGRAPHS[0]} ", new_x="LMARGIN", new_y="NEXT")
    with pdf.rotation(90, 10, 200):
        pdf.text(10, 200, "arXiv:2410.00001 [econ.GN] 24 Oct 2024")
    pdf.ln(4)
    pdf.multi_cell(0, 6, PARAGRAPHS[1], new_x="LMARGIN", new_y="NEXT")
    loaded = load_bytes(bytes(pdf.output()), title="x")
    assert [p.text for p in loaded.article.paragraphs] == PARAGRAPHS[:2]
    assert any("arXiv:2410" in line for line in loaded.warnings)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(rotation: int) -> None:
    writer = PdfWriter(clone_from=BytesIO(make_pdf(PARAGRAPHS)))
    for page in writer.pages:
        page.rotate(rotation)
    article = load_bytes(written(writer)).article
    assert [p.text for p in article.paragraphs] == PARAGRAPHS


def test_footnotes_do_not_part_a_sentence_that_turns_the_page() -> None:
    pdf = new_pdf()
    pdf.multi_cell(0, 6, f"{PARAGRAPHS[0]}\n\nThe minister told the house of", new_y="NEXT")
    pdf.set_y(-40)
    pdf.set_font_size(8)
    pdf.multi_cell(0, 4, "1 By the count of the union, which\nnobody else has made.", new_y="NEXT")
    pdf.add_page()
    pdf.set_font_size(11)
    pdf.multi_cell(0, 6, f"the strike on Friday.\n\n{PARAGRAPHS[1]}", new_y="NEXT")
    article = load_bytes(bytes(pdf.output()), title="x").article
    assert [(p.heading, p.text) for p in article.paragraphs] == [
        (None, PARAGRAPHS[0]),
        (None, "The minister told the house of the strike on Friday."),
        (None, PARAGRAPHS[1]),
        ("Notes", "1 By the count of the union, which nobody else has made."),
    ]


def test_the_rows_of_a_table_stay_apart() -> None:
    pdf = new_pdf()
    pdf.multi_cell(0, 6, PARAGRAPHS[0], new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)
    for row in (("Year", "Ships", "Tons"), ("2022", "1,204", "300,000"), ("2023", "980", "1,000")):
        for cell in row:
            pdf.cell(50, 6, cell)
        pdf.ln(6)
    assert read_pdf(pdf) == [
        PARAGRAPHS[0],
        "Year | Ships | Tons",
        "2022 | 1,204 | 300,000",
        "2023 | 980 | 1,000",
    ]


HEBREW = ["השר אמר ביום שני כי השביתה בנמל", "הסתיימה לאחר 21 ימים של שיחות."]
ARABIC = [
    "قال الوزير يوم الاثنين إن الإضراب في الميناء",
    "قد انتهى بعد 21 يوما من المحادثات الطويلة.",
]


def from_the_left(line: str) -> str:
    return re.sub(r"\d+", lambda found: found[0][::-1], line[::-1])


@pytest.mark.parametrize("lines", [HEBREW, ARABIC], ids=["Hebrew", "Arabic"])
@pytest.mark.parametrize("stored", ["as read", "from the left", "word by word"])
def test_lines_from_right_to_left_are_read_in_their_order(
    lines: list[str], stored: str, tmp_path: Path
) -> None:
    pdf = new_pdf(make_font(tmp_path / "boxes.ttf", "".join(lines)))
    for line in lines:
        if stored == "word by word":
            pdf.set_x(180)
            for word in line.split():
                pdf.set_x(pdf.get_x() - pdf.get_string_width(f"{word} "))
                pdf.cell(0, 6, from_the_left(word), new_x="LEFT")
            pdf.ln(6)
        else:
            shown = line if stored == "as read" else from_the_left(line)
            pdf.cell(0, 6, shown, new_x="LMARGIN", new_y="NEXT")
    assert " ".join(read_pdf(pdf)) == " ".join(lines)
