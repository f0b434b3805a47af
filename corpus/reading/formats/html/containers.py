"""What an element is for, by the names that sites give it and by what the web's standards say.

Class names and ids are English on sites of all languages, so these words are no vocabulary of ours.
They tell about what stands inside an article; around it they are often misleading ("has-sidebar").
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

COMMENTS = _set(
    "comment comments commentlist respond disqus livefyre replies reactions "
    "kommentar kommentare commentaire commentaires comentario comentarios commenti reacties"
)
"""Where readers write."""

CONSENT = _set("consent cookie cookies didomi gdpr onetrust usercentrics")

CAPTIONS = _set("caption captions figcaption thumbcaption")

CREDITS = _set("credit credits copyright")
"""Whose picture it is, in a caption."""

PICTURES = _set(
    "carousel figure gallery image images img media photo photos picture pictures player slideshow "
    "video videos"
)

POP_OVERS = _set("popover popup tooltip")

_FOREIGN = COMMENTS | _set(
    "ad ads author authors banner bio breadcrumb breadcrumbs byline bylines consent cookie cookies "
    "copyright cta dateline disclaimer footer gdpr login menu messenger modal nav navigation newsletter "
    "newsletters outbrain overlay pager pagination popover popular popup promo promos promoted "
    "pubdate rating reply share sharing sidebar signup social subscribe subscription subscriptions "
    "taboola tag taglist tags teaser teasers timestamp toolbar tooltip trending"
)
_FOREIGN_BEGINNINGS = ("advert", "recirc", "recommend", "related", "sponsor")
"""What belongs to the page and not to the article: offers, other stories, readers, tools."""

_EMBEDDING = _set("share sharing social")
"""Names that boxes with embedded posts have, too."""

_QUOTES = _set("blockquote pullquote quote")

_FOREIGN_TAGS = frozenset({"aside", "footer", "form", "nav"})

_DIALOGS = frozenset({"alertdialog", "dialog"})

_FOREIGN_ROLES = frozenset(
    [
        "alertdialog",
        "banner",
        "complementary",
        "contentinfo",
        "dialog",
        "menu",
        "navigation",
        "search",
        "tooltip",
    ]
)
"""Of the roles of WAI-ARIA."""

_UNSEEN = _set(
    "element-invisible print-only screen-reader-only screen-reader-text screenreader sr-only "
    "visually-hidden visuallyhidden"
)
"""Classes of what is read aloud or printed, and not shown."""

_WRITTEN_IN = "data-readers-write-here"

_NOT_DISPLAYED = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)


def is_named(element: HtmlElement, names: frozenset[str]) -> bool:
    """Tell whether one of the words in an element's class and id is among these names."""
    return not names.isdisjoint(_names(element))


def is_foreign(element: HtmlElement, *, quoting: bool = False) -> bool:
    """Tell whether what stands in an element belongs to the page around the article.

    `quoting` says that it is a quotation: an embedded post or a pull quote stands in a box of its
    own and belongs to the article, as does the line below that says whose words they are.
    """
    words = _names(element)
    if quoting or not _QUOTES.isdisjoint(words):
        return not (_FOREIGN - _EMBEDDING).isdisjoint(words)
    return (
        element.tag in _FOREIGN_TAGS
        or element.get("role", "").lower() in _FOREIGN_ROLES
        or not _FOREIGN.isdisjoint(words)
        or any(word.startswith(_FOREIGN_BEGINNINGS) for word in words)
    )


def is_for_comments(element: HtmlElement) -> bool:
    """Tell whether an element holds what readers say, by its name or by schema.org's word."""
    kind = f"{element.get('itemtype', '')} {element.get('itemprop', '')}".lower()
    return "comment" in kind or is_named(element, COMMENTS)


def mark_written_in(tree: HtmlElement) -> None:
    """Mark what readers write in, told by the field for their text, whatever it is called.

    That is what holds the field's form: in any language, what others wrote stands beside it. Call
    it before the fields are taken out of the page.
    """
    for field in tree.iter("textarea"):
        form = next(field.iterancestors("form"), None)
        holder = form.getparent() if form is not None else None
        if holder is not None and next(holder.iter("h1"), None) is None:
            holder.set(_WRITTEN_IN, "")


def is_written_in(element: HtmlElement) -> bool:
    """Tell whether readers write in an element, see `mark_written_in`.

    It may hold the article as well: that is for the caller to exclude.
    """
    return _WRITTEN_IN in element.attrib


def is_never_article(element: HtmlElement) -> bool:
    """Tell whether an element holds readers' comments or asks for consent, wherever it stands."""
    if element.tag in {"html", "body"}:
        return False
    asks = is_named(element, CONSENT) or element.get("role", "").lower() in _DIALOGS
    return asks or is_for_comments(element)


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether a page asks not to show an element."""
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden", "").lower() == "true"
        or _NOT_DISPLAYED.search(element.get("style", "")) is not None
    )


def is_unseen(element: HtmlElement) -> bool:
    """Tell whether an element is for screen readers or printers, opens over the text, or is a credit.

    A credit says under a picture whose it is.
    """
    words = _names(element)
    return (
        element.get("role") == "tooltip"
        or not POP_OVERS.isdisjoint(words)
        or not _UNSEEN.isdisjoint(element.get("class", "").lower().split())
        or (not CREDITS.isdisjoint(words) and any(map(_is_caption, element.iterancestors())))
    )


def _is_caption(element: HtmlElement) -> bool:
    return element.tag in {"figure", "figcaption"} or is_named(element, CAPTIONS)


def _names(element: HtmlElement) -> frozenset[str]:
    return _words(element.get("class"), element.get("id"))


@lru_cache(maxsize=4096)
def _words(*names: str | None) -> frozenset[str]:
    """Return the words of names: "jp-relatedPosts" has jp, related and posts."""
    return frozenset(part.lower() for name in names if name for part in _PART.findall(name))
