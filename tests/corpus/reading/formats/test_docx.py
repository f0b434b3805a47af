from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from corpus.errors import ReadingError
from corpus.reading import load_bytes

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def make_docx() -> bytes:
    document = Document()
    document.core_properties.author = "Jane Doe"
    document.add_heading("Harbour strike enters third week", 0)
    document.add_paragraph("By Jane Doe")
    document.add_paragraph("24 October 2024")
    document.add_paragraph("Dockers voted on Thursday to extend their strike, union leaders said.")
    document.add_paragraph("Dockers at the gate.", style="Caption")
    document.add_heading("Demands", 1)
    document.add_paragraph("A fair rota, said the union.", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2022", "300,000"
    document.add_paragraph("Post a Comment")
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def with_members(change: Callable[[str, bytes], bytes], extra: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(make_docx())) as source, ZipFile(target, "w", ZIP_DEFLATED) as changed:
        for name in source.namelist():
            changed.writestr(name, change(name, source.read(name)))
        for name, content in extra.items():
            changed.writestr(name, content)
    return target.getvalue()


def with_document(xml: str) -> bytes:
    return with_members(lambda name, old: xml.encode() if name == "word/document.xml" else old, {})


def with_extra(extra: dict[str, bytes]) -> bytes:
    return with_members(lambda _, old: old, extra)


def test_styles_tell_title_headings_captions_and_lists() -> None:
    article = load_bytes(make_docx(), name="strike.docx").article
    assert [(p.heading, p.text) for p in article.paragraphs] == [
        (None, "Dockers voted on Thursday to extend their strike, union leaders said."),
        ("Demands", "A fair rota, said the union."),
        ("Demands", "2022 | 300,000"),
    ]
    assert article.captions == ("Dockers at the gate.",)
    assert (article.title, article.author) == ("Harbour strike enters third week", "Jane Doe")
    assert str(article.published) == "2024-10-24"


def test_an_external_entity_is_not_opened() -> None:
    doctype = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    words = "<w:p><w:r><w:t>He said: &x;</w:t></w:r></w:p>"
    document = f"{doctype}<w:document {NAMESPACE}><w:body>{words}</w:body></w:document>"
    assert load_bytes(with_document(document)).article.text == "He said:"


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(10))


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (with_extra({"word/media/x.bin": bytes(50_000_000)}), "unpacks"),
        (with_extra({f"x{n}": b"" for n in range(3000)}), "unpacks"),
        (
            with_document(f"<!DOCTYPE d [{ENTITIES}]><w:document {NAMESPACE}>&a9;</w:document>"),
            "damaged",
        ),
        (with_document(f"<w:document {NAMESPACE}>" + "<w:p>" * 100_000), "damaged"),
        (make_docx()[:-500], "damaged"),
        (b"PK\x03\x04 word/document.xml and nothing else", "damaged"),
    ],
    ids=["bomb", "too many members", "billion laughs", "deep", "cut off", "no zip"],
)
def test_a_hostile_document_is_refused(body: bytes, word: str) -> None:
    with pytest.raises(ReadingError, match=word):
        load_bytes(body, name="x.docx")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inside)}</w:p>"


def read_body(*inside: str) -> list[str]:
    document = f"<w:document {NAMESPACES}><w:body>{''.join(inside)}</w:body></w:document>"
    return [p.text for p in load_bytes(with_document(document), title="x").article.paragraphs]


NAMESPACES = NAMESPACE + "".join(
    f' xmlns:{prefix}="urn:{prefix}"' for prefix in ("m", "mc", "wps", "v", "c", "a")
)
BOX = f"<w:txbxContent>{para(run('In the box.'))}</w:txbxContent>"
CELL = "<w:tc>{}</w:tc>"


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        (para(run("All "), f"<w:ins>{run('nine ')}</w:ins>", run("left.")), ["All nine left."]),
        (
            para(run("All "), f"<w:moveTo>{run('nine ')}</w:moveTo>", run("left.")),
            ["All nine left."],
        ),
        (para(run("A"), "<w:del><w:r><w:delText>B</w:delText></w:r></w:del>", run("C.")), ["AC."]),
        (para(run("A"), f"<w:moveFrom>{run('B')}</w:moveFrom>", run("C.")), ["AC."]),
        (para(run("One "), properties="<w:rPr><w:del/></w:rPr>") + para(run("two.")), ["One two."]),
        (para(run("No end."), properties="<w:rPr><w:del/></w:rPr>"), ["No end."]),
        (f"<w:ins>{para(run('New.'))}</w:ins><w:del>{para(run('Old.'))}</w:del>", ["New."]),
        (f"<w:sdt><w:sdtContent>{para(run('In.'))}</w:sdtContent></w:sdt>", ["In."]),
        (
            para(
                run("Said "),
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                f"{run('Click to enter text')}</w:sdtContent></w:sdt>",
                run("she."),
            ),
            ["Said she."],
        ),
        (para(f"<w:customXml><w:smartTag>{run('Oslo')}</w:smartTag></w:customXml>"), ["Oslo"]),
        (
            para(run("On "), f'<w:fldSimple w:instr="DATE">{run("May 3")}</w:fldSimple>'),
            ["On May 3"],
        ),
        (
            para(
                run("See "),
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
                "<w:r><w:instrText>HYPERLINK</w:instrText></w:r>",
                run("never"),
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                run("the list"),
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
                run("."),
            ),
            ["See the list."],
        ),
        (
            para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("x")) + para(run("Next.")),
            ["Next."],
        ),
        (para(run("Seen"), run(" unseen", "<w:vanish/>"), run(".")), ["Seen."]),
        (para(run("Seen"), run(" too", '<w:vanish w:val="0"/>'), run(".")), ["Seen too."]),
        (
            para(
                run("Before"),
                f"<mc:AlternateContent><mc:Choice><w:r><wps:txbx>{BOX}</wps:txbx></w:r></mc:Choice>"
                f"<mc:Fallback><w:r><v:textbox>{BOX}</v:textbox></w:r></mc:Fallback>"
                "</mc:AlternateContent>",
                run(" after."),
            ),
            ["Before after.", "In the box."],
        ),
        (
            para("<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:noBreakHyphen/><w:t>C</w:t></w:r>"),
            ["A B-C"],
        ),
        (para('<w:r><w:sym w:font="Arial" w:char="00E9"/></w:r>'), ["é"]),
        (
            para(f"<w:ruby><w:rt>{run('a')}</w:rt><w:rubyBase>{run('B')}</w:rubyBase></w:ruby>"),
            ["B"],
        ),
        (
            para(run("About 10"), run("6", '<w:vertAlign w:val="superscript"/>'), run(" cells.")),
            ["About 10⁶ cells."],
        ),
        (
            para(run("They left."), run("4", '<w:vertAlign w:val="superscript"/>'), run(" Soon.")),
            ["They left. Soon."],
        ),
        (
            para(
                "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r>"
                "</m:sup></m:sSup></m:oMath>"
            ),
            ["x²"],
        ),
    ],
)
def test_what_is_seen_is_read_and_nothing_else(body: str, paragraphs: list[str]) -> None:
    assert read_body(body) == paragraphs


def test_tables_inside_tables_and_controls_are_read_and_deleted_rows_are_not() -> None:
    inner = (
        f"<w:tbl><w:tr>{CELL.format(para(run('One')))}{CELL.format(para(run('2')))}</w:tr></w:tbl>"
    )
    rows = (
        f"<w:tr>{CELL.format(para(run('Ports')) + inner)}{CELL.format(para(run('3')))}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{CELL.format(para(run('Gone')))}</w:tr>"
        f"<w:sdt><w:sdtContent><w:tr>{CELL.format(para(run('Held')))}</w:tr></w:sdtContent></w:sdt>"
    )
    assert read_body(f"<w:tbl>{rows}</w:tbl>") == ["Ports One | 2 | 3", "Held"]


def test_the_columns_of_a_page_laid_out_by_a_table_are_paragraphs() -> None:
    long = "A sentence that is as long as those of articles are. " * 5
    cells = CELL.format(para(run(long)) + para(run("Second."))) + CELL.format(para(run("Beside.")))
    assert read_body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == [long.strip(), "Second.", "Beside."]


def test_what_cannot_be_read_is_named() -> None:
    words = para(run("The chart shows it."), "<w:r><c:chart/></w:r><w:r><w:object/></w:r>")
    document = f"<w:document {NAMESPACES}><w:body>{words}<w:altChunk/></w:body></w:document>"
    warnings = load_bytes(with_document(document)).warnings
    assert any("1 chart, 1 embedded object, 1 embedded document" in line for line in warnings)


def test_styles_hide_and_raise() -> None:
    document = Document()
    for name in ("Unseen", "Raised"):
        document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    document.styles["Unseen"].font.hidden = True
    document.styles["Raised"].font.superscript = True
    words = document.add_paragraph("He owns 7 km")
    words.add_run("2", style="Raised")
    words.add_run(" secretly", style="Unseen")
    words.add_run(" of it.")
    target = BytesIO()
    document.save(target)
    assert load_bytes(target.getvalue(), title="x").article.text == "He owns 7 km² of it."


def test_a_footnote_is_read_at_the_end_and_its_mark_is_left_out() -> None:
    note = f'<w:footnote w:id="2">{para("<w:r><w:footnoteRef/></w:r>", run("By his count."))}</w:footnote>'
    parting = f'<w:footnote w:id="1" w:type="separator">{para(run("***"))}</w:footnote>'
    notes = f"<w:footnotes {NAMESPACE}>{parting}{note}</w:footnotes>"
    words = para(run("Nine"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" left."))
    document = (
        f"<w:document {NAMESPACE}><w:body>{words}{para(run('Then rain.'))}</w:body></w:document>"
    )
    relation = (
        '<Relationship Id="notes" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/footnotes"/></Relationships>'
    )

    def change(name: str, old: bytes) -> bytes:
        if name == "word/_rels/document.xml.rels":
            return old.replace(b"</Relationships>", relation.encode())
        return document.encode() if name == "word/document.xml" else old

    body = with_members(change, {"word/footnotes.xml": notes.encode()})
    paragraphs = load_bytes(body, title="x").article.paragraphs
    assert [(p.heading, p.text) for p in paragraphs] == [
        (None, "Nine left."),
        (None, "Then rain."),
        ("Notes", "By his count."),
    ]
