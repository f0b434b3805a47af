import pytest

from corpus.errors import ReadingError
from corpus.reading import FeedOfferedError, load_bytes

RSS = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Gull</title>
<item><title>Harbour &amp;amp; &lt;b&gt;strike&lt;/b&gt;</title><link>https://gull.example/a</link>
<pubDate>Thu, 24 Oct 2024 10:00:00 GMT</pubDate></item>
<item><link>https://gull.example/b</link></item>
<item><title>No address</title></item>
<item><title>A trap</title><link>javascript:alert(1)</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Gull</title>
<entry><title>Harbour</title><link href="/a"/><updated>2024-10-24T10:00:00Z</updated></entry></feed>"""


@pytest.mark.parametrize("name", [None, "x.rss", "x.xml", "x.txt", "feed"])
def test_a_feed_offers_its_articles(name: str | None) -> None:
    with pytest.raises(FeedOfferedError, match="news feed") as offered:
        load_bytes(RSS.encode(), name=name)
    error = offered.value
    assert error.title == "The Gull"
    assert [(o.title, o.url, str(o.published)) for o in error.offers] == [
        ("Harbour & strike", "https://gull.example/a", "2024-10-24"),
        ("https://gull.example/b", "https://gull.example/b", "None"),
    ]
    assert "Harbour & strike: https://gull.example/a" in str(error)


def test_the_addresses_in_a_feed_are_whole() -> None:
    with pytest.raises(FeedOfferedError) as offered:
        load_bytes(ATOM.encode(), url="https://gull.example/feed")
    assert [offer.url for offer in offered.value.offers] == ["https://gull.example/a"]


def test_only_the_first_articles_of_a_long_feed_are_named() -> None:
    items = "".join(f"<item><link>https://gull.example/{n}</link></item>" for n in range(900))
    with pytest.raises(FeedOfferedError) as offered:
        load_bytes(f"<rss><channel>{items}</channel></rss>".encode())
    assert len(offered.value.offers) == 500
    assert str(offered.value).endswith("and 490 more.")


def test_long_addresses_do_not_make_the_list_too_long_for_a_message() -> None:
    items = "".join(
        f"<item><link>https://gull.example/{n}{'x' * 900}</link></item>" for n in range(9)
    )
    with pytest.raises(FeedOfferedError) as offered:
        load_bytes(f"<rss><channel>{items}</channel></rss>".encode())
    assert len(str(offered.value)) < 3000
    assert "more." in str(offered.value)


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(10))


@pytest.mark.parametrize(
    "body",
    [
        "<rss><channel></channel></rss>",
        f"<!DOCTYPE rss [{ENTITIES}]><rss><channel><item><title>&a9;</title></item></channel></rss>",
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel>&x;</channel></rss>',
        "<rss>" + "<channel>" * 10_000,
    ],
    ids=["empty", "billion laughs", "external entity", "deep"],
)
def test_a_feed_that_offers_nothing_is_refused(body: str) -> None:
    with pytest.raises(ReadingError) as refusal:
        load_bytes(body.encode())
    assert not isinstance(refusal.value, FeedOfferedError)
