"""Why a page holds no article, and that articles about such pages are articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.formats.html import diagnosis
from corpus.reading.formats.html.diagnosis import ENOUGH_WORDS, FEW_WORDS, TOO_FEW_WORDS, diagnose

URL = "https://news.example/world/ferry-line-reopens"

TEASER = "The ferry line between the two islands reopens on Monday, the operator said."

LINKS = "".join(f'<li><a href="/{n}">Story number {n} of this week</a></li>' for n in range(30))

FURNITURE = f"""
<nav><ul>{LINKS}</ul></nav>
<form><input name="user"><input type="password" name="pass"></form>
<noscript>Please enable JavaScript for comments.</noscript>
<a href="/subscribe">Already a subscriber? Log in</a>
"""


def page(body: str, title: str = "Ferry line reopens", head: str = "") -> str:
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    )


JSON_LD = '<script type="application/ld+json">{%s}</script>'


@pytest.mark.parametrize(
    ("markup", "url", "expected"),
    [
        # paywalls
        (page(TEASER, head=JSON_LD % '"isAccessibleForFree": false'), URL, diagnosis.PAYWALL),
        (page(TEASER, head=JSON_LD % '"isAccessibleForFree":"False",,'), URL, diagnosis.PAYWALL),
        (
            page(f'{TEASER}<meta itemprop="isAccessibleForFree" content="false">'),
            URL,
            diagnosis.PAYWALL,
        ),
        (
            page(TEASER, head='<meta property="article:content_tier" content="locked">'),
            URL,
            diagnosis.PAYWALL,
        ),
        (page(f"{TEASER}<p><b>Subscribe now</b> to continue\nreading."), URL, diagnosis.PAYWALL),
        (page(f"{TEASER}<p>This article is for subscribers only."), URL, diagnosis.PAYWALL),
        (page(f"{TEASER}<p>You have reached your limit of free articles."), URL, diagnosis.PAYWALL),
        (page(f"{TEASER}<div>Log in to keep reading</div>"), URL, diagnosis.PAYWALL),
        # error pages that say 200
        (page("", title="404 - The Island News"), URL, diagnosis.NOT_FOUND),
        (page("", title="Page not found | The Island News"), URL, diagnosis.NOT_FOUND),
        (
            page("<h1>Sorry, the page you asked for could not be found</h1>"),
            URL,
            diagnosis.NOT_FOUND,
        ),
        (page("<h1>This article is no longer available</h1>"), URL, diagnosis.NOT_FOUND),
        (page("<h1>That page doesn\u2019t exist</h1>"), URL, diagnosis.NOT_FOUND),
        # sign-in pages
        (page("Welcome back"), "https://news.example/login?next=/a", diagnosis.SIGN_IN),
        (page("Welcome back"), "https://news.example/account/sign-in/", diagnosis.SIGN_IN),
        (page('<form><input type="password"></form>'), URL, diagnosis.SIGN_IN),
        # pages that a script writes
        (
            page(
                '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root">'
            ),
            URL,
            diagnosis.SCRIPT_ONLY,
        ),
        (page('<div id="__next"><div> </div></div><footer>News'), URL, diagnosis.SCRIPT_ONLY),
        (page("<p>JavaScript is disabled in your browser."), URL, diagnosis.SCRIPT_ONLY),
        # lists of articles
        (page(f"<ul>{LINKS}</ul>"), "https://news.example/", diagnosis.INDEX),
        (page(f"<ul>{LINKS}</ul><p>{TEASER}"), URL, diagnosis.INDEX),
    ],
)
def test_a_page_without_an_article_is_told_by_its_signs(
    markup: str, url: str, expected: str
) -> None:
    assert diagnose(markup, url, words_found=12) == expected


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        (page(""), URL),
        ("", URL),
        ("<!-- nothing -->", URL),
        ("\x00\ud800<", "http://["),
    ],
)
def test_a_page_without_a_sentence_holds_no_article(markup: str, url: str) -> None:
    assert diagnose(markup, url, words_found=TOO_FEW_WORDS - 1) == diagnosis.NO_ARTICLE


@pytest.mark.parametrize(
    ("markup", "url", "expected"),
    [
        (page(TEASER, head=JSON_LD % '"isAccessibleForFree": false'), URL, diagnosis.PAYWALL),
        (page(f"{TEASER}<p>Subscribe to continue reading"), URL, diagnosis.PAYWALL),
        (page(TEASER, title="Page not found"), URL, diagnosis.NOT_FOUND),
        (page(f"{TEASER}<ul>{LINKS}"), "https://news.example", diagnosis.INDEX),
        (
            page(f"<ul>{LINKS}", head=JSON_LD % '"@type": "CollectionPage"'),
            "https://news.example/world",
            diagnosis.INDEX,
        ),
    ],
)
def test_a_clear_sign_counts_although_some_text_was_found(
    markup: str, url: str, expected: str
) -> None:
    assert diagnose(markup, url, words_found=100) == expected


@pytest.mark.parametrize(
    "markup",
    [
        page(f"<p>{TEASER}{FURNITURE}"),
        page(f"<p>{TEASER}", head=JSON_LD % '"isAccessibleForFree": true'),
        page(f"<p>{TEASER}", title="Not found: the page that a library lost in 1911"),
        page(f"<p>{TEASER}", title="The 404 bus to the harbour is back"),
        page(
            "<p>Readers who met the words “subscribe to continue reading” on the ferry operator's "
            "own notices complained to the regulator, which said on Monday that public timetables "
            "have to be shown to everyone and free of charge."
        ),
        page(f'<div id="root"><p>{TEASER}</div>'),
    ],
)
def test_a_short_notice_is_an_article_whatever_stands_around_it(markup: str) -> None:
    assert diagnose(markup, URL, words_found=FEW_WORDS) is None


@pytest.mark.parametrize(
    ("query", "is_front_page"),
    [
        ("?p=2895", False),
        ("?page_id=7&lang=en", False),
        ("?lang=en&story=12", False),
        ("", True),
        ("?utm_id=2895", True),
        ("?lang=en", True),
    ],
)
def test_a_number_in_the_query_names_an_article(query: str, *, is_front_page: bool) -> None:
    front = page(f"<p>{TEASER}<ul>{LINKS}</ul>")
    expected = diagnosis.INDEX if is_front_page else None
    assert diagnose(front, f"https://news.example/{query}", FEW_WORDS) == expected


def test_words_are_counted_by_script() -> None:
    links = "".join(f'<li><a href="/{n}">港口</a></li>' for n in range(30))
    story = "港务局周一表示，由于发现裂缝，船闸已经关闭，修理费用约三百四十万元。" * 4  # noqa: RUF001
    assert diagnose(page(f"<ul>{links}</ul><p>{story}</p>"), URL, FEW_WORDS - 1) is None


def test_a_file_is_no_home_page() -> None:
    assert diagnose(page(f"<p>{TEASER}<ul>{LINKS}</ul>"), None, FEW_WORDS) is None


@given(st.text(), st.text())
def test_a_page_with_many_words_is_never_refused(markup: str, url: str) -> None:
    assert diagnose(markup, url, ENOUGH_WORDS) is None


@given(st.text() | st.text().map(page), st.integers(0, TOO_FEW_WORDS - 1))
def test_a_page_with_hardly_a_word_is_always_refused(markup: str, words_found: int) -> None:
    assert diagnose(markup, URL, words_found)
