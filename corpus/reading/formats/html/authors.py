"""Who wrote an article, by what its page says in data for machines and in its byline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from corpus.reading.bylines import names_in
from corpus.reading.formats.html import containers
from corpus.reading.visible import one_line

_BYLINES = frozenset({"author", "authors", "byline", "bylines", "writer"})
"""Words in the class or the id of an element that names an author."""

_LONGEST_BYLINE = 120
"""Characters."""


def named_authors(
    tree: HtmlElement, declared: Iterable[list[str]], publisher: str | None
) -> list[list[str]]:
    """Return the authors that each place names, those that are meant for machines first.

    `declared` are the authors that each field for machines gives. The paper is not its own author.
    """
    fields = [_people(texts, publisher) or _others(texts, publisher) for texts in declared]
    return [people for people in (*fields, _of_byline(tree, publisher)) if people]


def likeliest_authors(named: Iterable[list[str]], visible: str) -> str | None:
    """Return the authors, joined by commas, that the page's visible text names, or else the first.

    None where there are none.
    """
    shown = visible.casefold()
    best = max(named, key=lambda names: any(n.casefold() in shown for n in names), default=[])
    return ", ".join(dict.fromkeys(best)) or None


def _of_byline(tree: HtmlElement, publisher: str | None) -> list[str]:
    """Return the people whom the first element names that is there to name authors."""
    for element in _byline_elements(tree):
        text = one_line(" ".join(element.itertext()))
        if text and len(text) <= _LONGEST_BYLINE and (people := _people([text], publisher)):
            return people
    return []


def _byline_elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements that name an author by a standard, then those by their class or id.

    Those below the main heading come first: above it other stories have bylines.
    """
    elements = tree.xpath("//body//*[self::h1 or @class or @id or @rel or @itemprop]")
    above = next((n for n, element in enumerate(elements) if element.tag == "h1"), 0)
    elements = elements[above:] + elements[:above]
    for names_author in (_is_marked_author, _is_called_author):
        for element in filter(names_author, elements):
            if not any(map(_is_others, _outwards(element))):
                yield element


def _is_others(element: HtmlElement) -> bool:
    """Tell whether an element holds readers' names, or asks for one."""
    return element.tag in {"fieldset", "label", "nav"} or containers.is_for_comments(element)


def _is_marked_author(element: HtmlElement) -> bool:
    marks = f"{element.get('rel', '')} {element.get('itemprop', '')}"
    return "author" in marks.split()


def _is_called_author(element: HtmlElement) -> bool:
    return containers.is_named(element, _BYLINES)


def _outwards(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from (above for above in element.iterancestors() if above.tag not in {"body", "html"})


def _people(texts: Iterable[str], publisher: str | None) -> list[str]:
    """Return the names in these texts that may be people's."""
    paper = _bare(publisher or "")
    people = (name for text in texts for name in names_in(one_line(_TAG.sub(" ", text))))
    return [name for name in people if _bare(name) != paper]


def _others(texts: Iterable[str], publisher: str | None) -> list[str]:
    """Return names of several words that are no person's: a group's, an agency's."""
    paper = _bare(publisher or "")
    plain = (one_line(_TAG.sub(" ", text)) for text in texts)
    return [text for text in plain if _GROUP.fullmatch(text) and _bare(text) != paper]


_GROUP = re.compile(r"[^\W\d_][\w.'’&-]*(?: [\w.'’&-]+){1,6}")

_TAG = re.compile(r"<[^<>]*>")


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
