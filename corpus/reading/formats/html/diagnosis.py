"""Say why a web page that arrived holds no article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from lxml import etree, html

from corpus.reading.page import PASTE
from corpus.reading.words import count_words

ENOUGH_WORDS = 150
"""From here on a page holds an article, whatever else it says. What a paywall leaves readable, and
what an error page recommends, is shorter."""

FEW_WORDS = 25
"""From here on only clear signs count: a short notice has a login box and a hundred links around it
too. Below it faint signs count as well."""

TOO_FEW_WORDS = 3
"""Below it a page holds no article, whatever it shows: the shortest news is a sentence."""

BANNER_WORDS = 30
"""The most words that ask for a subscription. A paragraph that reports on such a text has more."""

INDEX_LINKS = 20
INDEX_SHARE = 0.6
"""A page with so many links, and so much of its words inside them, is a list of articles."""

PAYWALL = f"Only the beginning of that article is free to read: {PASTE}."
SIGN_IN = f"The site shows that page only after signing in: {PASTE}."
NOT_FOUND = "The site has no page at that address: check the address for typing errors."
SCRIPT_ONLY = f"That page is written by a script, which the bot does not run: {PASTE}."
INDEX = "That page is a list of articles: open the one you mean and give its address."
NO_ARTICLE = f"No article was found on that page: if there is one, {PASTE}."

NOT_FREE = re.compile(
    r"""["']isAccessibleForFree["']\s*:\s*["']?(?:https?://schema\.org/)?false""", re.IGNORECASE
)
"""schema.org's word for a paywall, in JSON-LD; searched, not parsed, as it is often broken."""

NOT_FREE_META = (
    "//*[@itemprop='isAccessibleForFree' and contains('|false|False|', concat('|', @content, '|'))]"
    "|//meta[@property='article:content_tier' and @content='locked']"
)

COLLECTION = re.compile(r"""["']@type["']\s*:\s*\[?\s*["']CollectionPage["']""")

SUBSCRIBE = re.compile(
    r"\b(?:subscrib|sign|regist|log ?in)\w*\b.{0,60}\bto (?:continue|keep|finish) reading\b"
    r"|\bto (?:continue|keep|finish) reading (?:this|the|your)\b"
    r"|\bto (?:read|unlock) (?:this|the) (?:full|whole|rest|entire)\b"
    r"|\b(?:article|story|content) is (?:only |exclusively )?(?:available )?(?:for|to) "
    r"(?:our )?(?:paying )?(?:subscribers|members)\b"
    r"|\b(?:for subscribers only|subscribers? only|subscriber[- ]exclusive|subscribe to read)\b"
    r"|\b(?:reached|used) (?:your|all)\b.{0,30}\bfree (?:articles?|stories)\b",
    re.IGNORECASE,
)

MISSING = re.compile(
    r"(?:error )?404\b"
    r"|(?:(?:sorry|oops)\b.{0,20}\b)?(?:the |this |that )?(?:page|article|story)\b.{0,40}"
    r"(?:\bnot (?:be )?found|\bnot exist|n['\u2019]t exist|\bno longer (?:exists?|available))",
    re.IGNORECASE,
)
"""How an error page's title or main heading begins."""

NEEDS_SCRIPT = re.compile(
    r"\b(?:enabl|activat|turn|requir|need)\w*\b.{0,20}\bjavascript\b"
    r"|\bjavascript\b.{0,20}\b(?:disabled|required|enabled|turned)\b",
    re.IGNORECASE,
)

SIGN_IN_PATH = re.compile(r"/(?:log-?[io]n|sign-?[io]n|sso|authorize)(?:\.\w+)?/?$", re.IGNORECASE)

_ARTICLE_NUMBER = re.compile(r"(?<![^&;])(?!utm_|[fg]clid)[\w-]{1,40}=\d+(?![^&;])", re.IGNORECASE)
"""A query's parameter with a number, such as content management systems give their articles."""

MOUNT_POINTS = ("root", "app", "__next", "__nuxt", "___gatsby")
"""Ids of the element that React, Vue, Next, Nuxt and Gatsby fill in."""

UNSEEN = frozenset({"head", "noscript", "script", "style", "template"})

WITHIN_A_LINE = frozenset({"a", "abbr", "b", "em", "i", "mark", "small", "span", "strong", "u"})
"""Elements that do not end a text."""

Sign = Callable[[html.HtmlElement, str], bool]


def diagnose(markup: str, url: str | None, words_found: int) -> str | None:
    """Say in one sentence why a page holds no article, or None where it seems to hold one.

    `url` is the page's address after all redirects, None for a file. `words_found` is how many
    words the paragraphs have that were taken from it: a page with many is never refused, so an
    article may well speak of paywalls and logins.
    """
    if words_found >= ENOUGH_WORDS:
        return None
    page, path = _parse(markup), _path_of(url)
    signs = CLEAR_SIGNS if words_found >= FEW_WORDS else CLEAR_SIGNS + FAINT_SIGNS
    for shows, sentence in signs if page is not None else ():
        if shows(page, path):
            return sentence
    return None if words_found >= TOO_FEW_WORDS else NO_ARTICLE


def _parse(markup: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing in it
        return None


def _path_of(url: str | None) -> str:
    """Return an address's path, at least "/", and "" where there is no address.

    An article's number in the query belongs to it: "/?p=2895" is no front page.
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    number = _ARTICLE_NUMBER.search(parts.query)
    return f"{parts.path or '/'}{f'?{number[0]}' if number else ''}" if url else ""


def _is_missing(page: html.HtmlElement, _path: str) -> bool:
    headings = [*page.iter("title"), *page.iter("h1")]
    return any(MISSING.match(_plain(heading.text_content())) for heading in headings)


def _is_sign_in_address(_page: html.HtmlElement, path: str) -> bool:
    return SIGN_IN_PATH.search(path) is not None


def _is_declared_not_free(page: html.HtmlElement, _path: str) -> bool:
    return NOT_FREE.search(_structured_data(page)) is not None or bool(page.xpath(NOT_FREE_META))


def _asks_to_subscribe(page: html.HtmlElement, _path: str) -> bool:
    return any(SUBSCRIBE.search(text) for text in _texts(page) if len(text.split()) <= BANNER_WORDS)


def _is_declared_index(page: html.HtmlElement, path: str) -> bool:
    if path != "/" and not COLLECTION.search(_structured_data(page)):
        return False
    return sum(1 for _ in page.iter("a")) >= INDEX_LINKS


def _asks_for_password(page: html.HtmlElement, _path: str) -> bool:
    return any((field.get("type") or "").lower() == "password" for field in page.iter("input"))


def _needs_script(page: html.HtmlElement, _path: str) -> bool:
    if any(NEEDS_SCRIPT.search(_plain(part.text_content())) for part in page.iter("noscript")):
        return True
    if any(NEEDS_SCRIPT.search(text) for text in _texts(page)):
        return True
    mounts = (part for part in page.iter("div", "main") if part.get("id") in MOUNT_POINTS)
    return any(not any(_texts(mount)) for mount in mounts)


def _is_mostly_links(page: html.HtmlElement, _path: str) -> bool:
    links = [count_words(link.text_content()) for link in page.iter("a")]
    words = sum(map(count_words, _texts(page)))
    return len(links) >= INDEX_LINKS and sum(links) >= INDEX_SHARE * words


def _structured_data(page: html.HtmlElement) -> str:
    scripts = page.iter("script")
    return "\n".join(s.text or "" for s in scripts if s.get("type") == "application/ld+json")


def _texts(page: html.HtmlElement) -> Iterator[str]:
    """Yield what can be seen, each run of text between two elements that end a line.

    One pass: text_content() of every element would take quadratic time on a deep page.
    """
    parts: list[str] = []
    walk = etree.iterwalk(page, events=("start", "end"))
    for event, element in walk:
        if element.tag not in WITHIN_A_LINE:
            yield from filter(None, [_plain("".join(parts))])
            parts.clear()
        if event == "end":
            parts.append(element.tail or "")
        elif element.tag in UNSEEN:
            walk.skip_subtree()
        else:
            parts.append(element.text or "")


def _plain(text: str) -> str:
    return " ".join(text.split())


CLEAR_SIGNS: tuple[tuple[Sign, str], ...] = (
    (_is_missing, NOT_FOUND),
    (_is_sign_in_address, SIGN_IN),
    (_is_declared_not_free, PAYWALL),
    (_asks_to_subscribe, PAYWALL),
    (_is_declared_index, INDEX),
)

FAINT_SIGNS: tuple[tuple[Sign, str], ...] = (
    (_asks_for_password, SIGN_IN),
    (_needs_script, SCRIPT_ONLY),
    (_is_mostly_links, INDEX),
)
