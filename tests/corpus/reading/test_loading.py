import asyncio
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import ReadingError
from corpus.reading import load_bytes, load_file, load_text, read
from corpus.reading.limits import MAX_BYTES, MAX_CHARACTERS, MAX_PARAGRAPHS, MAX_TEXT_BYTES

TEXT = "A title of its own\n\nThe first paragraph of it.\n\nAnd the second one."


def test_read_takes_a_path_its_name_or_the_text(tmp_path: Path) -> None:
    path = tmp_path / "an article.txt"
    path.write_text(TEXT)
    articles = [read(path), read(str(path)), read(TEXT)]
    assert [article.title for article in articles] == ["A title of its own"] * 3
    assert len({article.id for article in articles}) == 1


def test_a_single_sentence_is_text() -> None:
    assert read("The minister said on Monday that the port is open.").paragraphs[0].number == 1


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ("missing.txt", "no file"),
        ("some missing file.pdf", "no file"),
        ("/no/such/folder/at all", "no file"),
        ("~nobody-here/x", "no file"),
        ("missing", "no file"),
        ("a\x00b", "no file"),
        ("www.example.org/article", "https://"),
        ("example.com/article", "https://"),
        ("ftp://example.org/a", "http"),
        ("", "nothing"),
        (" \n ", "nothing"),
        (os.curdir, "folder"),
        (os.devnull, "no file"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(given: str, word: str) -> None:
    with pytest.raises(ReadingError, match=word) as refusal:
        read(given)
    assert str(refusal.value).count("\n") == 0


def test_a_missing_path_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no file"):
        load_file(tmp_path / "missing.txt")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.touch(mode=0o000)
    with pytest.raises(ReadingError, match="may not"):
        load_file(path)


def test_an_original_is_kept_as_it_came_and_reads_the_same_again(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"# T\r\n\r\nOne.\xff")
    loaded = load_file(path)
    assert loaded.original.body == path.read_bytes()
    assert (loaded.original.name, loaded.original.media_type) == ("a.md", "text/markdown")
    original = loaded.original
    again = load_bytes(original.body, name=original.name, media_type=original.media_type)
    assert again == loaded


def test_pasted_text_may_be_html_or_markdown() -> None:
    assert load_text("# Title\n\nText.").original.media_type == "text/markdown"
    page = "<!doctype html><html><body>" + "<p>The minister said so again today.</p>" * 9
    assert load_text(page).original.media_type == "text/html"


def test_an_address_names_the_article() -> None:
    first = load_text(TEXT, url="https://gull.example/a").article
    second = load_text("Other\n\nText of it.", url="https://gull.example/a").article
    assert first.url == "https://gull.example/a"
    assert first.id == second.id


def test_captions_are_kept_apart_even_where_links_end_the_article() -> None:
    text = "# Title\n\nA sentence.\n\n![A gate](x.png)\n\n## Related\n\n- A link\n\n![A harbour](x.png)"
    article = load_text(text).article
    assert article.captions == ("A gate", "A harbour")
    assert article.text == "A sentence."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said on Monday that it was the end of the strike in the port.", "en"),
        ("Der Minister sagte am Montag, dass der Streik im Hafen zu Ende gegangen sei.", "de"),
        ("Le ministre a dit lundi que la grève dans le port était terminée pour tous.", "fr"),
    ],
)
def test_the_language_is_told_from_the_words(text: str, language: str) -> None:
    assert load_text(f"A title\n\n{text}").article.language == language


def test_no_date_and_lists_are_warned_of() -> None:
    assert load_text(TEXT).warnings == ("No date was found.",)
    listed = load_text("# Shops\n\nSome shops.\n\n- One shop.\n- Two shops.\n- Three shops.")
    assert any("list" in warning for warning in listed.warnings)


def test_a_very_long_article_is_cut_with_a_warning() -> None:
    many = load_text("A title\n\n" + "A short sentence.\n\n" * (MAX_PARAGRAPHS + 5))
    assert len(many.article.paragraphs) == MAX_PARAGRAPHS
    assert any("long" in warning for warning in many.warnings)
    much = load_text("A title\n\n" + ("word " * 1999 + "end.\n\n") * 70)
    assert len(much.article.text) <= MAX_CHARACTERS + 2 * len(much.article.paragraphs)
    assert any("long" in warning for warning in much.warnings)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"<html>" + b" " * MAX_BYTES, "larger"),
        (b"x" * (MAX_TEXT_BYTES + 1), "larger"),
        (b"word " * (MAX_CHARACTERS // 4), "enormous"),
        (b"Post a Comment\n\n0 Comments", "No text"),
    ],
    ids=["bytes", "text bytes", "one line", "furniture"],
)
def test_too_much_and_too_little_are_refused(body: bytes, word: str) -> None:
    with pytest.raises(ReadingError, match=word):
        load_bytes(body)


hostile_pieces = st.sampled_from(
    [
        b"<p>", b"</p>", b"<div>", b"<html>", b"<!doctype html>", b"<table><tr><td>", b"<br><br>",
        b"# ", b"- ", b"> ", b"```", b"[x](y)", b"![x](y)", b"---\n", b"a: b\n", b"|", b"&amp;",
        b"\n", b"\n\n", b" ", b"\t", b"\x00", b"\xff", b"\xe2\x80\x9c", b'"', b"%PDF-", b"PK\x03\x04",
        b"word/document.xml", b"By Jane Doe\n", b"Oct 24, 2024\n", b"The minister said so. ", b"x" * 200,
        b"\xff\xfe", b"\xe2\x80\xae", b"Related:\n", b"0 Comments\n",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(
    st.one_of(st.binary(max_size=2000), st.lists(hostile_pieces, max_size=40).map(b"".join)),
    st.sampled_from([None, "x.html", "x.md", "x.txt", "x.pdf", "x.docx", "x"]),
    st.sampled_from([None, "utf-8", "utf-16", "latin-1", "nonsense"]),
)
def test_any_bytes_give_an_article_or_a_sentence(
    body: bytes, name: str | None, charset: str | None
) -> None:
    try:
        article = load_bytes(body, name=name, charset=charset).article
    except ReadingError:
        return
    assert [p.number for p in article.paragraphs] == list(range(1, len(article.paragraphs) + 1))
    assert all(p.text.strip() == p.text != "" for p in article.paragraphs)
    assert article.paragraphs
    assert article.title.strip()
    assert not any("\x00" in p.text or "\u202e" in p.text for p in article.paragraphs)


def test_read_refuses_a_private_address_with_and_without_a_running_loop() -> None:
    url = "http://127.0.0.1/article"
    with pytest.raises(ReadingError):
        read(url)

    async def inside_a_loop() -> None:
        with pytest.raises(ReadingError):
            read(url)

    asyncio.run(inside_a_loop())
