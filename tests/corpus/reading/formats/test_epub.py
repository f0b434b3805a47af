from collections.abc import Mapping

import pytest

from corpus.errors import ReadingError
from corpus.reading import load_bytes
from tests.corpus.reading.formats.zipped import zipped

CONTAINER = '<container><rootfiles><rootfile full-path="book/package.opf"/></rootfiles></container>'
XHTML = "application/xhtml+xml"


def chapter(inside: str) -> str:
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="urn:epub"><head><title/></head>'
        f"<body>{inside}</body></html>"
    )


def epub(chapters: Mapping[str, str], contents: str = "", **members: str) -> bytes:
    items = "".join(
        f'<item id="{name}" href="{name}%20x.xhtml" media-type="{XHTML}"/>' for name in chapters
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    package = (
        '<package xmlns="urn:opf" xmlns:dc="urn:dc"><metadata><dc:title>The harbour</dc:title>'
        "<dc:creator>Jane Doe</dc:creator><dc:creator>Ivo Lund</dc:creator>"
        "<dc:publisher>Gull Books</dc:publisher><dc:date>2024-10-24</dc:date>"
        f"<dc:language>en</dc:language></metadata><manifest>{items}"
        f'<item id="nav" href="nav.xhtml" properties="nav" media-type="{XHTML}"/></manifest>'
        f"<spine>{spine}</spine></package>"
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "book/package.opf": package,
            "book/nav.xhtml": chapter(f"<nav>{contents}</nav>"),
            **{f"book/{name} x.xhtml": content for name, content in chapters.items()},
            **members,
        }
    )


def test_a_book_is_read_chapter_by_chapter() -> None:
    body = epub(
        {
            "one": chapter("<h1>The strike</h1><p>It began.</p><p>They <i>all</i> left.</p>"),
            "two": chapter("<p>It ended.</p>"),
        },
        contents='<a href="two%20x.xhtml#a">The end</a>',
    )
    article = load_bytes(body, name="x.epub").article
    assert [(p.heading, p.text) for p in article.paragraphs] == [
        ("The strike", "It began."),
        ("The strike", "They all left."),
        ("The end", "It ended."),
    ]
    assert (article.title, article.author) == ("The harbour", "Jane Doe, Ivo Lund")
    assert (article.publisher, str(article.published)) == ("Gull Books", "2024-10-24")


@pytest.mark.parametrize(
    ("inside", "paragraphs"),
    [
        ("<p>About 10<sup>6</sup> cells.</p>", ["About 10⁶ cells."]),
        ("<p>Left.<a epub:type='noteref' href='#n'>4</a> Soon.</p>", ["Left. Soon."]),
        ("<p>A<br/>B<br/><br/>C</p>", ["A B", "C"]),
        ("<p>Seen<span style='display: none'>not</span>.</p>", ["Seen."]),
        ("<p>Seen<script>not()</script>.</p>", ["Seen."]),
        ("<table><tr><td>2022</td><td>300</td></tr></table>", ["2022 | 300"]),
        ("<table><tr><td><p>One.</p></td><td><p>Two.</p></td></tr></table>", ["One.", "Two."]),
        ("<p>Broken <b>markup</p>", ["Broken markup"]),
        ("<ruby>漢<rt>kan</rt></ruby>字です。", ["漢字です。"]),
        ("Loose words.<div>Inside.</div>After.", ["Loose words.", "Inside.", "After."]),
    ],
)
def test_what_is_seen_is_read_and_nothing_else(inside: str, paragraphs: list[str]) -> None:
    article = load_bytes(epub({"one": chapter(inside)})).article
    assert [p.text for p in article.paragraphs] == paragraphs


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (
            epub(
                {"one": chapter("<p>x</p>")},
                **{"META-INF/encryption.xml": '<e><EncryptionMethod Algorithm="aes"/></e>'},
            ),
            "locked",
        ),
        (epub({"one": chapter("")}), "No text"),
        (zipped({"mimetype": "application/epub+zip"}), "damaged"),
    ],
)
def test_a_book_that_cannot_be_read_is_refused(body: bytes, word: str) -> None:
    with pytest.raises(ReadingError, match=word):
        load_bytes(body)
