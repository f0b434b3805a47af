"""Title, authors, date and publisher of web pages, where the page's places disagree."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from corpus.reading import load_bytes

PROSE = "".join(
    f"<p>The council said on day {day} that the hall stays closed.</p>" for day in range(9)
)
URL = "https://www.varenmail.example/news/hall"


def load(head: str = "", body: str = "", url: str | None = URL) -> Article:
    markup = f"<!doctype html><html><head>{head}</head><body>{body}{PROSE}</body></html>"
    return load_bytes(markup.encode(), name="page.html", url=url).article


def json_ld(fields: str) -> str:
    return (
        '<script type="application/ld+json">{"@context": "https://schema.org", '
        f'"@type": "NewsArticle", {fields}}}</script>'
    )


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        (json_ld('"author": {"@type": "Person", "name": "J. K. Brenk"}'), "", "J. K. Brenk"),
        (json_ld('"author": [{"name": "Ada Brenk"}, "Omar Haddad"]'), "", "Ada Brenk, Omar Haddad"),
        (meta("author", "By Ada Brenk and Omar Haddad"), "", "Ada Brenk, Omar Haddad"),
        (meta("author", "von Ada Brenk"), "", "Ada Brenk"),
        (meta("author", "Ada Brenk, Senior Reporter"), "", "Ada Brenk"),
        ("", '<span class="byline">Ada Brenk | 3 March 2024</span>', "Ada Brenk"),
        ("", '<a rel="author">Ada Brenk</a>', "Ada Brenk"),
        ("", '<a rel="author">Ada (A. K.) Brenk</a>', "Ada Brenk"),
        (
            "",
            '<li class="byline">Ivo Lund</li><h1>Hall closed</h1><p class="byline">Ada Brenk</p>',
            "Ada Brenk",
        ),
        ("", '<p class="byline">Par Ada Brenk</p>', "Ada Brenk"),
        # what only machines are told counts less than what people see
        (meta("author", "Site Owner"), '<a rel="author">Ada Brenk</a>', "Ada Brenk"),
        # no people
        (meta("author", "admin"), "", None),
        (meta("author", "Username"), "", None),
        (meta("author", "https://varenmail.example/ada"), "", None),
        (meta("author", "desk@varenmail.example"), "", None),
        (meta("author", "The Varen Mail") + meta("publisher", "The Varen Mail"), "", None),
        ("", '<div class="comment"><span class="author">Rude Reader</span></div>', None),
        ("", '<form><label class="author">Your Name</label></form>', None),
    ],
)
def test_the_author_is_who_wrote_it(head: str, body: str, author: str | None) -> None:
    assert load(head, body).author == author


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Hall closed | The Varen Mail</title>", "Hall closed"),
        ("<title>The Varen Mail - Hall closed</title>", "Hall closed"),
        (
            "<title>Hall closed - and reopened - The Varen Mail</title>",
            "Hall closed - and reopened",
        ),
        ('<title>x</title><meta property="og:title" content="Hall closed">', "Hall closed"),
        (json_ld('"headline": "Hall closed"') + "<title>Hall closed!</title>", "Hall closed"),
    ],
)
def test_the_title_is_without_the_papers_name(head: str, title: str) -> None:
    assert load(meta("application-name", "The Varen Mail") + head).title == title


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta property="og:site_name" content="The Varen Mail">', "The Varen Mail"),
        (json_ld('"publisher": {"name": "The Varen Mail"}'), "The Varen Mail"),
        ("<title>Hall closed | Varen Mail</title>", "Varen Mail"),
        (
            (
                '<meta property="og:site_name" content="varenmail.example">'
                "<title>Hall closed | Varen Mail</title>"
            ),
            "Varen Mail",
        ),
        (meta("twitter:site", "@VarenMail"), "VarenMail"),
        ("", "varenmail.example"),
    ],
)
def test_the_publisher_is_a_name_before_an_address(head: str, publisher: str) -> None:
    assert load(head).publisher == publisher


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (json_ld('"datePublished": "2024-03-12T10:15:00Z"'), date(2024, 3, 12)),
        (meta("article:published_time", "2024-03-12"), date(2024, 3, 12)),
        (meta("parsely-pub-date", "2024-03-12T23:59:00+01:00"), date(2024, 3, 12)),
        # two places against one; and of two the earlier
        (
            json_ld('"datePublished": "2024-03-12"')
            + meta("article:published_time", "2024-05-01")
            + meta("dc.date.issued", "2024-05-01"),
            date(2024, 5, 1),
        ),
        (
            json_ld('"datePublished": "2024-03-12"') + meta("article:published_time", "2024-05-01"),
            date(2024, 3, 12),
        ),
        # no dates
        (meta("article:published_time", "2024-13-45"), None),
        (meta("article:published_time", "0001-01-01"), None),
        (meta("article:published_time", "2999-01-01"), None),
    ],
)
def test_the_date_is_the_day_on_which_it_came_out(head: str, published: date | None) -> None:
    assert load(head).published == published


@pytest.mark.parametrize(
    "data",
    ["{", "[" * 50_000, '{"@type": 5, "author": 7}', '{"@type": "Article", "author": [[[1]]]}', ""],
)
def test_broken_data_for_machines_is_passed_over(data: str) -> None:
    assert load(f'<script type="application/ld+json">{data}</script>').author is None


def test_data_for_machines_may_be_wrapped_for_old_browsers() -> None:
    data = '<![CDATA[{"@type": "Article", "author": "Ada Brenk"}]]>'
    assert load(f'<script type="application/ld+json">{data}</script>').author == "Ada Brenk"
