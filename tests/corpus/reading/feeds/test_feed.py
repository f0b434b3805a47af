"""Reading feeds of every kind, and feeds that mean harm."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ReadingError
from corpus.reading.draft import Hints
from corpus.reading.feeds import Feed, FeedItem, read_feed
from corpus.reading.feeds.feed import MAX_FEED_BYTES, MAX_ITEM_CHARACTERS, MAX_ITEMS, TOO_LARGE
from corpus.reading.feeds.parser import NO_FEED, parse
from corpus.reading.limits import MAX_TITLE

URL = "https://post.example/news/feed"

RSS = """<?xml version="1.0"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Port &amp;amp; Alder</title><link>https://post.example/</link><ttl> 60 </ttl>
<item><title>&lt;i&gt;Ferry&lt;/i&gt; stops</title><link>/ferry</link>
<guid isPermaLink="false">tag:ferry</guid><pubDate>Tue, 04 Mar 2025 09:00:00 +0100</pubDate>
<description>&lt;p&gt;For the&lt;/p&gt;&lt;p&gt;winter.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>All of it<script>evil()</script></p>]]></content:encoded></item>
<item><guid>https://post.example/bridge</guid><title>Bridge</title>
<pubDate>Wed, 05 Mar 2025 08:00:00 GMT</pubDate></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/">
<title>Port Alder</title><link rel="self" href="/feed"/><entry>
<title type="html">&lt;i&gt;Ferry&lt;/i&gt; stops</title><link rel="alternate" href="ferry"/>
<link rel="enclosure" href="a.mp3"/><id>tag:ferry</id><updated>2025-03-04T08:00:00Z</updated>
<summary>For the winter.</summary></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="x"><title>Port Alder</title><sy:updatePeriod>daily</sy:updatePeriod>
<sy:updateFrequency>2</sy:updateFrequency></channel>
<item rdf:about="https://post.example/ferry"><title>Ferry stops</title>
<link>https://post.example/ferry</link></item></rdf:RDF>"""

AT_EIGHT = datetime(2025, 3, 4, 8, tzinfo=UTC)
FERRY = "https://post.example/ferry"


def rss(*items: str) -> bytes:
    return f'<rss version="2.0"><channel><title>T</title>{"".join(items)}</channel></rss>'.encode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            RSS,
            Feed(
                "Port & Alder",
                (
                    FeedItem(
                        "https://post.example/bridge",
                        "Bridge",
                        "",
                        "https://post.example/bridge",
                        datetime(2025, 3, 5, 8, tzinfo=UTC),
                    ),
                    FeedItem(
                        FERRY, "Ferry stops", "For the winter.\nAll of it", "tag:ferry", AT_EIGHT
                    ),
                ),
                pause=3600,
            ),
        ),
        (
            ATOM,
            Feed(
                "Port Alder",
                (FeedItem(FERRY, "Ferry stops", "For the winter.", "tag:ferry", AT_EIGHT),),
            ),
        ),
        (
            RDF,
            Feed(
                "Port Alder",
                (FeedItem(FERRY, "Ferry stops", "", FERRY),),
                pause=12 * 3600,
            ),
        ),
    ],
    ids=["rss", "atom", "rdf"],
)
def test_feeds_of_each_kind_give_their_items(text: str, expected: Feed) -> None:
    assert read_feed(text.encode(), URL) == expected


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("utf-8", None), ("iso-8859-1", None), ("windows-1251", "windows-1251"), ("utf-16", None)],
)
def test_a_feed_is_read_in_its_own_encoding(encoding: str, charset: str | None) -> None:
    title = "Порт" if "1251" in encoding else "Öl"
    text = f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>{title}</title></channel></rss>'
    assert read_feed(text.encode(encoding), URL, charset).title == title


@pytest.mark.parametrize(
    "item",
    [
        "<item><title>No link</title></item>",
        "<item><link>javascript:alert(1)</link></item>",
        "<item><link>file:///etc/passwd</link></item>",
        "<item><link>data:text/html,x</link></item>",
        "<item><link>https://post.example/a b</link></item>",
        "<item><link>https://post.example/" + "a" * 5_000 + "</link></item>",
        '<item><guid isPermaLink="false">https-less</guid></item>',
    ],
)
def test_items_without_a_page_are_left_out_and_counted(item: str) -> None:
    feed = read_feed(rss(item, f"<item><link>{FERRY}</link></item>"), URL)
    assert [each.url for each in feed.items] == [FERRY]
    assert feed.without_page == 1


def test_an_id_that_several_items_have_is_nobodys() -> None:
    same = '<guid isPermaLink="false">x</guid>'
    items = (f"<item><link>/{n}</link>{same if n < 2 else ''}</item>" for n in range(3))
    assert {item.guid for item in read_feed(rss(*items), URL).items} == {None}


def test_the_newest_items_are_kept_wherever_they_stand() -> None:
    days = [
        f"<item><link>/{n}</link><pubDate>{1 + n % 28} Mar 2025</pubDate></item>"
        for n in range(700)
    ]
    items = read_feed(rss(*days), URL).items
    moments = [item.published for item in items if item.published]
    assert len(items) == len(moments) == MAX_ITEMS
    assert moments == sorted(moments, reverse=True)


def test_where_an_item_has_no_date_the_feeds_own_order_holds() -> None:
    dated = "<item><link>/{}</link><pubDate>{} Mar 2025</pubDate></item>"
    items = (dated.format("a", 1), "<item><link>/b</link></item>", dated.format("c", 3))
    urls = [item.url for item in read_feed(rss(*items), URL).items]
    assert urls == [f"https://post.example/{name}" for name in "abc"]


@pytest.mark.parametrize(
    "date", ["yesterday", "31 Feb 2025", "Tue, 04 Mar 99999 08:00:00 GMT", "-1", "9" * 50]
)
def test_a_date_that_is_none_leaves_the_item(date: str) -> None:
    body = rss(f"<item><link>/a</link><pubDate>{date}</pubDate></item>")
    assert len(read_feed(body, URL).items) == 1


def test_what_an_item_says_is_bounded_and_in_one_line_where_it_is_a_title() -> None:
    title = "A\u202e\u200b\n" + "word " * 500
    body = rss(
        f"<item><title>{title}</title><link>/a</link><description>{'x ' * 90_000}</description></item>"
    )
    (item,) = read_feed(body, URL).items
    assert len(item.title) <= MAX_TITLE
    assert item.title.startswith("A word")
    assert len(item.text) == MAX_ITEM_CHARACTERS


@pytest.mark.parametrize(
    "body",
    [
        b"hello",
        b"{}",
        b"\x00\x01" * 99,
        b"<html><p>No feed</p></html>",
        b"%PDF-1.7",
        b"<rss",
        b"&" * 9_999,
    ],
)
def test_what_is_no_feed_is_refused(body: bytes) -> None:
    with pytest.raises(ReadingError) as refused:
        read_feed(body, URL)
    assert str(refused.value) == NO_FEED


def test_a_web_page_says_where_its_feed_is() -> None:
    page = '<html><link rel="alternate" type="application/atom+xml" href="/atom"><p>News</p></html>'
    with pytest.raises(ReadingError, match=r"https://post\.example/atom"):
        read_feed(page.encode(), URL)


def test_a_feed_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(ReadingError) as refused:
        read_feed(rss(" " * MAX_FEED_BYTES), URL)
    assert str(refused.value) == TOO_LARGE


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))

HOSTILE = {
    "bomb": f'<!DOCTYPE rss [<!ENTITY e0 "boom">{ENTITIES}]><rss version="2.0"><channel><title>&e11;</title><item><title>&e11;</title><link>/a</link></item></channel></rss>',
    "large entity": f'<!DOCTYPE rss [<!ENTITY e "{"x" * 99_999}">]><rss version="2.0"><channel><title>{"&e;" * 9_999}</title></channel></rss>',
    "file": '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&f;</title></channel></rss>',
    "network": '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss version="2.0"><channel><title>T</title></channel></rss>',
    "deep": '<rss version="2.0"><channel>' + "<item>" * 2_000,
    "unclosed": '<rss version="2.0"><channel><title>T<![CDATA[' + "<" * 5_000,
    "nested markup": f'<rss version="2.0"><channel><title>{"&lt;b&gt;" * 20_000}x</title></channel></rss>',
    "a file's name": "/etc/passwd",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_feeds_that_mean_harm_are_read_within_bounds_or_refused(text: str) -> None:
    try:
        feed = read_feed(text.encode(), URL)
    except ReadingError as refused:
        assert str(refused).endswith(".")  # noqa: PT017 - either is right
        return
    assert len(feed.title) <= MAX_TITLE
    assert "root:" not in feed.title
    assert len(feed.items) <= MAX_ITEMS
    assert all(len(item.title) <= MAX_TITLE for item in feed.items)


markup = st.lists(
    st.sampled_from(["<item>", "</item>", "<link>", "</link>", "<title>", "&lt;b&gt;", "&amp;",
                     "<![CDATA[", "]]>", "https://a.example/x", "\x00", "é", "<guid>", "word "])
).map("".join)  # fmt: skip


@given(markup)
def test_no_text_makes_the_parser_fail_in_another_way_than_by_a_refusal(text: str) -> None:
    try:
        feed = parse(rss(text), Hints(url=URL))
    except ReadingError:
        return
    assert all(item.url.startswith(("http://", "https://")) for item in feed.items)
