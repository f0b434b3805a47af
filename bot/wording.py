"""How answers are put in words, the same on Discord and in the terminal.

Nothing here rewrites an article: names, roles and contents stay the article's own words.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import NamedTuple

from corpus.answering.answer import Side
from corpus.article import Article
from corpus.checking import Checked, Verdict
from corpus.claims import Claim
from corpus.claims.claim import words_at
from corpus.claims.reach import foreign_language, paragraphs_within_reach
from corpus.languages.english.document import Document

NOTHING_FOUND = "Nothing in the articles answers that."
NEAREST = "Not answered in these articles. Nearest:"
NOTHING_SAID = "Nothing in the articles speaks of that."
NOT_SETTLED = "Which is right the articles do not say. They say:"
NO_CLAIMS = "No claims found."
OWN_VOICE = "the article’s own voice"
NOT_LOOKED_FOR = "who says it was not looked for"
THE_ARTICLE = "the article"
SOURCES_DIFFER = "Sources differ"
PROBABLY = "probably "
UNNAMED = "someone not named"
LONGEST_IN_A_LINE = 140
"""Characters of an article's words in a line that lists them; longer ones are cut at a word."""

LONGEST_DATED_TITLE = 60
"""Characters of a title beside a date: two lines on a phone."""

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


def side_owner(side: Side) -> str:
    """Say who is on one side of a disagreement, the article itself where nobody is."""
    if side.claim is None:
        return THE_ARTICLE
    who = owner(side.claim, side.passage.text)
    return who.caution + who.name


def verdict_line(checked: Checked) -> str:
    """Write how the articles stand to a statement, in one line; "" where that is open."""
    if checked.verdict is Verdict.OPEN:
        return ""
    if checked.stated:
        (side,) = checked.sides
        return f"You wrote {checked.stated} · the article: {checked.told} ({side_owner(side)})"
    told = " · ".join(f"{_side_shown(side)} ({side_owner(side)})" for side in checked.sides)
    return f"{checked.verdict}: {told}" if told else f"{checked.verdict}."


def _side_shown(side: Side) -> str:
    words = shortened(content_words(side.claim) if side.claim else side.words)
    opening, closing = quote_marked(words)
    return opening + words + closing


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
    """Say where a passage stands: title, paragraph, date, how old it is if it is old, link."""
    parts = [
        shortened(article.title, LONGEST_DATED_TITLE),
        f"¶ {paragraph}",
        date_shown(article),
        age_shown(article),
        article.url,
    ]
    return " · ".join(part for part in parts if part)


def age_shown(article: Article) -> str | None:
    """Say how old an article is, "4 years old", from its first anniversary on; else None."""
    if article.published is None:
        return None
    today = datetime.now(UTC).date()
    then = article.published
    years = today.year - then.year - ((today.month, today.day) < (then.month, then.day))
    return f"{counted(years, 'year')} old" if years > 0 else None


def voice(article: Article, paragraph: int) -> str:
    """Say whose words those are for which nobody is named: the article's, if that was looked for."""
    if paragraph <= paragraphs_within_reach(article):
        return OWN_VOICE
    foreign = foreign_language(Document.of_article(article))
    return (
        f"{NOT_LOOKED_FOR}: the article is in {language_name(foreign)}"
        if foreign
        else NOT_LOOKED_FOR
    )


def language_name(code: str) -> str:
    """Return the English name of a language by its ISO 639-1 code, or the code without a name."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - for few articles

    try:
        return Locale(code).english_name or code
    except UnknownLocaleError:
        return code


def no_claims(searched: Iterable[Article]) -> str:
    """Say that none were found, and in which of the searched articles none were looked for."""
    foreign = {foreign_language(Document.of_article(article)) for article in searched} - {None}
    if not foreign:
        return NO_CLAIMS
    names = ", ".join(sorted(language_name(code) for code in foreign if code))
    return f"{NO_CLAIMS} Who says what is found in English only; there are articles in {names}."


def reach_shown(article: Article) -> str | None:
    """Say in what part of an article claims were looked for; None where that is all of it."""
    if foreign := foreign_language(Document.of_article(article)):
        return (
            f"The article is in {language_name(foreign)}: it can be searched and quoted, but who "
            "says what is found in English only."
        )
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
