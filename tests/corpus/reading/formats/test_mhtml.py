import pytest

from corpus.errors import ReadingError
from corpus.reading import load_bytes

SENTENCE = (
    "The harbour in Velmouth stays closed until Monday, said Ada Brenk of the union on day {}."
)

HEAD = """From: <Saved by Blink>
Snapshot-Content-Location: https://gull.example/harbour
Subject: Harbour
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="=_b"

"""


def saved_page(page: str) -> bytes:
    parts = (
        "--=_b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
        f"Content-Location: https://gull.example/harbour\n\n{page}\n"
        "--=_b\nContent-Type: text/css\nContent-Location: cid:1\n\np { color: red }\n--=_b--\n"
    )
    return (HEAD + parts).encode()


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page", "page.txt"])
def test_a_saved_page_is_read_as_the_page_it_was(name: str) -> None:
    story = "".join(f"<p>{SENTENCE.format(day)}</p>" for day in range(12))
    page = f"<html><head><title>Harbour closed</title></head><body>{story}</body></html>"
    loaded = load_bytes(saved_page(page), name=name)
    assert [p.text for p in loaded.article.paragraphs] == [
        SENTENCE.format(day) for day in range(12)
    ]
    assert loaded.article.url == "https://gull.example/harbour"
    assert loaded.article.title == "Harbour closed"


def test_a_saved_page_without_a_page_is_refused() -> None:
    body = HEAD + "--=_b\nContent-Type: text/css\n\np {}\n--=_b--\n"
    with pytest.raises(ReadingError, match="no page"):
        load_bytes(body.encode())
