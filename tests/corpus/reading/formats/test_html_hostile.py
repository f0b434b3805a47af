"""No page, however broken, ends in anything but an article or a refusal."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ReadingError
from corpus.reading.draft import Hints
from corpus.reading.formats.html.parser import parse

PIECES = [
    "<p>The hall in Varen was closed on Tuesday, the council said.",
    "</p>", "<div>", "</div>", "<table><tr><td>", "</table>", "<td>", "<sup>2</sup>", "<sup>",
    "<blockquote>", "</blockquote>", "<cite>", "— Ada", "<br>", "<br><br>", "<a href=/x>", "</a>",
    "<h1>", "</h1>", "<h2>Why?</h2>", "<figure>", "<figcaption>", "<b>", "</b>", "<q>", "</q>",
    "<article>", "<aside>", "<textarea>", "<body hidden>", "<html class=comments>", "<ruby><rt>",
    "<li>", "<ul>", "</ul>", "<main class='related'>", "<base href='http://['>", "\U000f0000",
    "<time datetime=2024-99-99 pubdate>", "<meta name=author content='By'>", "&#0;", "<!--",
    "<title> | </title>", "<link rel=canonical href='http://['>", "<script type='application/ld+json'>",
    '{"@type": ["Article", 3], "author": {"name": [{}]}, "headline": 7}', "</script>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=30), st.text(max_size=30))
def test_any_page_is_read_or_refused(pieces: list[str], url: str) -> None:
    markup = "".join(pieces).encode("utf-8", "replace")
    with suppress(ReadingError):
        draft = parse(markup, Hints(url=f"http://{url}"))
        assert all(block.text.strip() for block in draft.blocks)
