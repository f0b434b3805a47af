"""How answers are put in words, the same on Discord and in the terminal.

Nothing here rewrites an article: names, roles and contents stay the article's own words.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from corpus.article import Article
from corpus.claims import Claim
from corpus.claims.claim import words_at
from corpus.claims.reach import paragraphs_within_reach

NOTHING_FOUND = "Nothing in the articles answers that."
NEAREST = "Not answered in these articles. Nearest:"
NOTHING_SAID = "Nothing in the articles speaks of that."
OWN_VOICE = "the article’s own voice"
PROBABLY = "probably "
UNNAMED = "someone not named"
LONGEST_IN_A_LINE = 140
"""Characters of an article's words in a line that lists them; longer ones are cut at a word."""

DOUBLE_MARKS = '“”"'
OPENING_MARKS = '“"«'
CLOSING_MARKS = '”"»'


class Owner(NamedTuple):
    """Who a claim belongs to, for display: "probably " or nothing, the name, what follows it."""

    caution: str
    name: str
    details: str


def owner(claim: Claim, text: str) -> Owner:
    """Say whose claim it is: name, role, and through whom it came.

    `text` is what the claim's spans are offsets into. A source that could not be named for certain
    is given in its own words, "he", as a quotation.
    """
    role = f", {claim.role}" if claim.role else ""
    via = "".join(f" · via {relay}" for relay in claim.relays)
    caution = "" if claim.is_sure else PROBABLY
    return Owner(caution, claim.source or _in_its_words(claim, text), role + via)


def _in_its_words(claim: Claim, text: str) -> str:
    words = words_at(text, claim.spans.source)
    return f"“{words}”" if words else UNNAMED


def content_shown(claim: Claim) -> str:
    """Write a claim's content in quotation marks, cut at a word where it is long."""
    content = shortened(content_words(claim))
    opening, closing = quote_marked(content)
    return opening + content + closing


def content_words(claim: Claim) -> str:
    """Return a claim's content without the "that" which only joins it to its cue."""
    return claim.content.removeprefix("that ") or claim.content


def shortened(text: str, longest: int = LONGEST_IN_A_LINE) -> str:
    """Write a text on one line, cut at a word where it has more characters than `longest`."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:—- ") + " …"


def quote_marked(text: str) -> tuple[str, str]:
    """Choose the marks to put around a quotation: single ones where it holds double ones.

    A text that is one quotation from end to end keeps its own marks and gets none.
    """
    if text[:1] in OPENING_MARKS and text[-1:] in CLOSING_MARKS:
        return "", ""
    return ("‘", "’") if any(mark in text for mark in DOUBLE_MARKS) else ("“", "”")


def dateline(article: Article, paragraph: int) -> str:
    """Say where a passage stands: title, paragraph, date, link."""
    parts = [article.title, f"¶ {paragraph}", date_shown(article), article.url]
    return " · ".join(part for part in parts if part)


def reach_shown(article: Article) -> str | None:
    """Say how far claims were looked for in a very long article; None where that is to its end."""
    read = paragraphs_within_reach(article)
    if read == len(article.paragraphs):
        return None
    if not read:
        return "The article’s first paragraph is so long that who says what was not looked for."
    return f"The article is very long: who says what was looked for up to ¶ {read} only."


def date_shown(article: Article) -> str | None:
    """Write the day of publication as people do; None where it is not known."""
    return day_shown(article.published) if article.published else None


def day_shown(day: date) -> str:
    """Write a day as people do: "26 October 2024"."""
    return f"{day.day} {day:%B %Y}"


def counted(number: int, what: str) -> str:
    """Write a number of things: "1 claim", "2 claims"."""
    return f"{number} {what}{'' if number == 1 else 's'}"
