import pytest

from corpus.errors import ReadingError
from corpus.reading import load_bytes
from tests.corpus.reading.formats.zipped import zipped

MIME_TYPE = "application/vnd.oasis.opendocument.text"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "text", "table", "style", "draw", "meta")
)
STYLES = """
<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="low"><style:text-properties style:text-position="sub 58%"/></style:style>
<style:style style:name="gone"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:parent-style-name="Title"/>
<style:style style:name="Title"/>
<style:style style:name="Caption"/>
"""


def odt(inside: str, **members: str) -> bytes:
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{inside}</office:text></office:body>"
        "</office:document-content>"
    )
    meta = (
        f"<office:document-meta {NAMESPACES}><office:meta><meta:initial-creator>Jane Doe"
        "</meta:initial-creator></office:meta></office:document-meta>"
    )
    manifest = members.get("manifest", "<manifest/>")
    return zipped(
        {
            "mimetype": MIME_TYPE,
            "content.xml": content,
            "meta.xml": meta,
            "META-INF/manifest.xml": manifest,
        }
    )


@pytest.mark.parametrize(
    ("inside", "paragraphs"),
    [
        (
            ("<text:tracked-changes><text:changed-region><text:deletion><text:p>Old.</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes><text:p>All "
            '<text:change-start text:change-id="a"/>nine <text:change-end text:change-id="a"/>'
            "left.</text:p>"),
            ["All nine left."],
        ),
        ("<text:p>A<text:s text:c='3'/>B<text:tab/>C<text:line-break/>D</text:p>", ["A B C D"]),
        ("<text:p>Seen<text:span text:style-name='gone'> not</text:span>.</text:p>", ["Seen."]),
        ("<text:p>Seen<text:hidden-text>not</text:hidden-text>.</text:p>", ["Seen."]),
        (("<text:section text:display='none'><text:p>No.</text:p></text:section>"
         "<text:section><text:p>Yes.</text:p></text:section>"), ["Yes."]),
        (("<text:p>About 10<text:span text:style-name='up'>6</text:span> or "
         "H<text:span text:style-name='low'>2</text:span>O.</text:p>"), ["About 10⁶ or H2O."]),
        ("<text:p>Left.<text:span text:style-name='up'>4</text:span> Soon.</text:p>", ["Left. Soon."]),
        ("<text:p>Nine<office:annotation><text:p>Sure?</text:p></office:annotation> left.</text:p>",
         ["Nine left."]),
        (("<text:p>Nine<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>"
         "His count.</text:p></text:note-body></text:note> left.</text:p><text:p>Then rain.</text:p>"),
         ["Nine left.", "Then rain.", "His count."]),
        (("<text:p>Text.<draw:frame><draw:text-box><text:p>Box.</text:p></draw:text-box></draw:frame>"
         "</text:p>"), ["Text.", "Box."]),
        (("<table:table><table:table-row><table:table-cell><text:p>2022</text:p></table:table-cell>"
         "<table:table-cell><text:p>300</text:p></table:table-cell></table:table-row></table:table>"),
         ["2022 | 300"]),
        ("<text:list><text:list-item><text:p>One.</text:p></text:list-item></text:list>", ["One."]),
    ],
)  # fmt: skip
def test_what_is_seen_is_read_and_nothing_else(inside: str, paragraphs: list[str]) -> None:
    read = [p.text for p in load_bytes(odt(inside), title="x").article.paragraphs]
    assert read == paragraphs


def test_title_author_headings_and_captions_are_told() -> None:
    body = odt(
        "<text:p text:style-name='P1'>Harbour closed</text:p><text:p>Text.</text:p>"
        "<text:h>Why</text:h><text:p text:style-name='Caption'>The gate</text:p><text:p>More.</text:p>"
    )
    article = load_bytes(body, name="x.zip").article
    assert (article.title, article.author) == ("Harbour closed", "Jane Doe")
    assert [(p.heading, p.text) for p in article.paragraphs] == [(None, "Text."), ("Why", "More.")]
    assert article.captions == ("The gate",)


def test_what_cannot_be_read_is_named() -> None:
    loaded = load_bytes(odt("<text:p>See<draw:frame><draw:object/></draw:frame> it.</text:p>"))
    assert any("1 embedded object" in line for line in loaded.warnings)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (odt("<text:p>x</text:p>", manifest="<m><encryption-data/></m>"), "password"),
        (odt("<text:p>x"), "damaged"),
        (odt("<text:span>" * 9000 + "</text:span>" * 9000), "damaged"),
        (zipped({"mimetype": MIME_TYPE}), "damaged"),
        (zipped({"mimetype": MIME_TYPE, "content.xml": bytes(50_000_000)}), "unpacks"),
    ],
    ids=["locked", "broken", "deep", "empty", "bomb"],
)
def test_a_hostile_document_is_refused(body: bytes, word: str) -> None:
    with pytest.raises(ReadingError, match=word):
        load_bytes(body)
