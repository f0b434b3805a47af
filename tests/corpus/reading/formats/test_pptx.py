from corpus.reading import load_bytes
from tests.corpus.reading.formats.zipped import RELATIONS, relations, zipped

NAMESPACES = f'xmlns:p="urn:p" xmlns:a="urn:a" xmlns:c="urn:c" xmlns:r="{RELATIONS}"'


def shape(*texts: str, placeholder: str = "body") -> str:
    paragraphs = "".join(f"<a:p>{text}</a:p>" for text in texts)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr/><p:nvPr><p:ph type="{placeholder}"/></p:nvPr></p:nvSpPr>'
        f"<p:txBody>{paragraphs}</p:txBody></p:sp>"
    )


def run(text: str, baseline: int = 0) -> str:
    return f'<a:r><a:rPr baseline="{baseline}"/><a:t>{text}</a:t></a:r>'


def slide(*shapes: str, show: int = 1) -> str:
    inside = "".join(shapes)
    return (
        f'<p:sld {NAMESPACES} show="{show}"><p:cSld><p:spTree>{inside}</p:spTree></p:cSld></p:sld>'
    )


def pptx(*slides: str) -> bytes:
    numbered = {f"s{number}": content for number, content in enumerate(slides)}
    order = "".join(f'<p:sldId id="1" r:id="{identifier}"/>' for identifier in reversed(numbered))
    return zipped(
        {
            "_rels/.rels": relations({"main": ("officeDocument", "ppt/presentation.xml")}),
            "ppt/presentation.xml": (
                f"<p:presentation {NAMESPACES}><p:sldIdLst>{order}</p:sldIdLst></p:presentation>"
            ),
            "ppt/_rels/presentation.xml.rels": relations(
                {identifier: ("slide", f"slides/{identifier}.xml") for identifier in numbered}
            ),
            **{f"ppt/slides/{identifier}.xml": content for identifier, content in numbered.items()},
        }
    )


def test_slides_are_read_in_their_order_under_their_titles() -> None:
    last = slide(
        shape(run("About 10"), placeholder="x"),
        shape(run("The losses"), placeholder="title"),
        shape(run("About 10") + run("6", 30000) + run(" a day."), run("More follow.")),
        shape(run("7"), placeholder="sldNum"),
    )
    hidden = slide(shape(run("Never shown.")), show=0)
    first = slide(shape(run("Harbour "), run("closed"), placeholder="ctrTitle"))
    article = load_bytes(pptx(last, hidden, first), name="x.pptx").article
    assert article.title == "Harbour closed"
    assert [(p.heading, p.text) for p in article.paragraphs] == [
        ("The losses", "About 10"),
        ("The losses", "About 10⁶ a day."),
        ("The losses", "More follow."),
    ]


def test_tables_and_groups_are_read_and_charts_are_named() -> None:
    cell = "<a:tc><a:txBody><a:p>{}</a:p></a:txBody></a:tc>"
    table = (
        "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>"
        f"{cell.format(run('2022'))}{cell.format(run('300'))}"
        "</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    group = f"<p:grpSp>{shape(run('In a group.'))}</p:grpSp>"
    loaded = load_bytes(pptx(slide(table, group, "<p:graphicFrame><c:chart/></p:graphicFrame>")))
    assert [p.text for p in loaded.article.paragraphs] == ["2022 | 300", "In a group."]
    assert any("1 chart" in line for line in loaded.warnings)
