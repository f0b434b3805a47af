"""What Discord shows of others' words is the words, and nothing is done with them."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.kit.quoting import (
    block_quote,
    harmless,
    in_one_line,
    link,
    marked,
    visible,
    words_of,
)
from tests.bot.discord.discord_markdown import read

HOSTILE = [
    "plain words, even 12:30 and 3.5%",
    "@everyone and @here",
    "<@1> <@!1> <@&2> <#3>",
    "</ask:12345> <id:customize>",
    "[click me](https://evil.example)",
    "[a](<https://evil.example> 'title') ![b](https://evil.example)",
    "https://evil.example/?q=1 and <https://evil.example> and http://a.b.",
    "discord://-/channels and steam://run/1",
    "# heading\n## heading\n### heading\n#hashtag",
    "  # indented heading",
    "-# small print",
    "- list\n* list\n+ list\n 1. list\n23. list\n- - nested",
    "> quote\n>>> all of it",
    "||hidden||",
    "`code` ``co`de`` ```py\nfence\n``` `",
    "*italics* **bold** ***both*** _under_ __line__ ~~gone~~ snake_case_word",
    "**unclosed *and _odd ~~ | `",
    "<a:party:123> <:pepe:456> :smile: :-) :x:y:",
    "<t:1700000000> <t:1700000000:R>",
    "backslash \\ and \\* and \\\\* and \\",
    "¯\\_(ツ)_/¯",
    "1.5 million\n2. of them",
    "\u202eright to left\u202c \u2066isolated\u2069 \u200f",
    "zero\u200bwidth and \u00ad soft \ufeff",
    "\u200b" * 4000,
    "\u200b\u200c\u200d\u2060" * 1000,
    "tags \U000e0041\U000e0042 and filler \u3164 and \x00\x07\x1b[31m",
    "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo",
    "half \ud800 surrogate",
    "windows\r\nline\rends",
    "\u0646\u0627\u0645\u0647\u200c\u0647\u0627 👩\u200d👧 क्\u200dष ⚖️",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_nothing_else(text: str) -> None:
    seen = read(harmless(text))
    assert seen.words == visible(text)
    assert seen.acts == []
    assert words_of(harmless(text)) == visible(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_nobody_sees_is_never_sent(text: str) -> None:
    sent = harmless(text)
    joiners = {"\u200c", "\u200d"}
    hidden = [c for c in sent if unicodedata.category(c) in {"Cc", "Cf", "Cs"}]
    assert set(hidden) <= joiners | {"\n", "\t"}
    sent.encode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a" + "\u200b" * 4000, "a⟨U+200B × 4000⟩"),
        ("\u200b\u2060" * 9, "⟨18 invisible characters⟩"),
        ("a\u200db", "a⟨U+200D⟩b"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("e\u0301 n\u0303", "e\u0301 n\u0303"),
        ("Z" + "\u0301" * 50 + "!", "Z" + "\u0301" * 4 + "!"),
    ],
)
def test_what_nobody_sees_is_named(text: str, shown: str) -> None:
    assert visible(text) == shown


nasty = st.text(
    st.sampled_from("ab 1.:/\\`*_~|<>[]()@#-+!t\n\t") | st.characters(), max_size=60
) | st.lists(
    st.sampled_from(["https://", "**", "[x](", ")", "<@1>", "@everyone", "\n# ", "\n- ", "\\", "a"])
).map("".join)


@given(nasty)
def test_any_text_is_shown_and_nothing_else(text: str) -> None:
    seen = read(harmless(text))
    assert (seen.words, seen.acts) == (visible(text), [])
    assert words_of(harmless(text)) == visible(text)


@given(nasty, st.data())
def test_the_asked_words_are_bold_and_no_more_happens(text: str, data: st.DataObject) -> None:
    words = [match.span() for match in re.finditer(r"[ab1t]+", text)]
    spans = [span for span in words if data.draw(st.booleans())]
    seen = read(marked(text, spans))
    assert seen.acts == ["bold"] * len(spans)
    assert seen.words == "".join(
        visible(text[start:end])
        for start, end in _cut_at(text, [position for span in spans for position in span])
    )


def _cut_at(text: str, positions: list[int]) -> list[tuple[int, int]]:
    edges = [0, *positions, len(text)]
    return list(pairwise(edges))


def test_spans_that_touch_are_one_and_those_outside_are_none() -> None:
    assert marked("abcdef", [(0, 1), (1, 2), (4, 6)], 0, 5) == "**ab**cde"
    assert marked("abcdef", [(2, 3)], 1, 4) == "b**c**d"


@given(nasty, st.data())
def test_the_answer_is_bold_and_underlined_and_no_more_happens(
    text: str, data: st.DataObject
) -> None:
    words = [match.span() for match in re.finditer(r"[ab1t]+", text)]
    spans = [span for span in words if data.draw(st.booleans())]
    answer = data.draw(st.sampled_from(words)) if words else None
    seen = read(marked(text, spans, answer=answer))
    others = [span for span in spans if span != answer]
    assert sorted(seen.acts) == ["bold"] * (len(others) + bool(answer)) + ["underline"] * bool(
        answer
    )
    assert seen.words == read(marked(text, spans)).words


def test_an_answer_takes_the_place_of_the_asked_words_it_touches() -> None:
    assert marked("at least 1,500 troops", [(9, 14), (15, 21)], answer=(3, 14)) == (
        "at __**least 1,500**__ **troops**"
    )
    assert marked("abcdef", [], 0, 3, answer=(2, 5)) == "abc"


def test_every_line_of_a_quotation_is_quoted() -> None:
    assert block_quote(harmless("one\n\n> two")) == "> one\n> \n> \\> two"
    seen = read(block_quote(harmless("# one\n- two")))
    assert (seen.words, seen.acts) == ("# one\n- two", ["quote", "quote"])


def test_a_line_has_no_line_breaks_left() -> None:
    assert in_one_line(" a \n\n b\tc ") == "a b c"


@pytest.mark.parametrize(
    ("label", "url", "words", "links"),
    [
        ("Title", "https://a.example/x", "Title", ["https://a.example/x"]),
        ("*T*", "HTTPS://a.example/(x)", "*T*", ["HTTPS://a.example/%28x%29"]),
        ("T", "https://a.example/ä b", "T", ["https://a.example/%C3%A4%20b"]),
        ("[T] https://b", "https://a.example", "[T] https://b ↗", ["https://a.example"]),
        ("T](https://evil.example", "https://a.example", "T](https://evil.example ↗", ["https://a.example"]),
        ("", "https://a.example", "↗", ["https://a.example"]),
        ("T", "javascript:alert(1)", "T", []),
        ("T", "https://", "T", []),
        ("T", "https://[", "T", []),
        ("T", "https://a.example/" + "x" * 300, "T", []),
        ("T", None, "T", []),
    ],
)  # fmt: skip
def test_links_lead_where_they_say(
    label: str, url: str | None, words: str, links: list[str]
) -> None:
    seen = read(link(label, url))
    assert (seen.words, seen.links) == (words, links)
    assert seen.acts == ["link"] * len(links)


@pytest.mark.parametrize("after", ["](https://evil.example)", "x] (y) ](https://evil.example)"])
def test_words_after_a_link_do_not_change_where_it_leads(after: str) -> None:
    seen = read(f"{link('Title', 'https://a.example')} · {harmless(after)}")
    assert seen.links == ["https://a.example"]
    assert seen.words == f"Title · {after}"
