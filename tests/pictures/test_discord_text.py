"""Discord's Markdown as HTML, for the pictures of cards."""

from __future__ import annotations

import pytest

from tests.pictures.discord_text import text_as_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("### Who **says** it?", "<h3>Who <strong>says</strong> it?</h3>"),
        ("> one\n> *two*\nthree", "<blockquote>one\n<em>two</em></blockquote><p>three</p>"),
        (
            "-# [A *b*](https://news.example/a) · ¶ 1",
            '<small><a href="https://news.example/a">A <em>b</em></a> · ¶ 1</small>',
        ),
        (r"2 \* 3 \< 7 \[x\](y)", "<p>2 * 3 &lt; 7 [x](y)</p>"),
        ("`/ask` **a**", "<p><code>/ask</code> <strong>a</strong></p>"),
        ("Use </ask:123>", "<p>Use <mark>/ask</mark></p>"),
        ('<b onclick="x">&', "<p>&lt;b onclick=&quot;x&quot;&gt;&amp;</p>"),
    ],
)
def test_markdown_is_drawn_as_discord_reads_it(markdown: str, html: str) -> None:
    assert text_as_html(markdown) == html
