"""How answers are put in words, the same on Discord and in the terminal.

Nothing here rewrites an article: names, roles and contents stay the article's own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple

from bot.language import ENGLISH, N_, NN_, gettext, ngettext, spoken
from corpus.answering.answer import Answer, Side
from corpus.article import Article
from corpus.checking import Checked, Verdict
from corpus.claims import Claim
from corpus.claims.claim import words_at
from corpus.claims.reach import foreign_language, paragraphs_within_reach
from corpus.languages.english.document import Document

NOTHING_FOUND = N_("Nothing in the articles answers that.")
NEAREST = N_("Not answered in these articles. Nearest:")
NOT_QUOTED = N_("{} is mentioned here, but not quoted.")
IN_OTHER_LANGUAGE = N_("The articles are in {}: a question in their language finds more.")
NOTHING_SAID = N_("Nothing in the articles speaks of that.")
NOT_SETTLED = N_("Which is right the articles do not say. They say:")
NO_CLAIMS = N_("No claims found.")
OWN_VOICE = N_("the article’s own voice")
NOT_LOOKED_FOR = N_("who says it was not looked for")
NOT_LOOKED_FOR_IN = N_("who says it was not looked for: the article is in {}")
THE_ARTICLE = N_("the article")
SOURCES_DIFFER = N_("Sources differ")
PROBABLY = N_("probably ")
UNNAMED = N_("someone not named")
THINGS: Mapping[str, tuple[str, str]] = {
    "article": NN_("{} article", "{} articles"),
    "claim": NN_("{} claim", "{} claims"),
    "file": NN_("{} file", "{} files"),
    "feed": NN_("{} feed", "{} feeds"),
    "figure": NN_("{} figure", "{} figures"),
    "page": NN_("{} page", "{} pages"),
    "more passage": NN_("{} more passage", "{} more passages"),
    "paragraph": NN_("{} paragraph", "{} paragraphs"),
    "passage": NN_("{} passage", "{} passages"),
    "question": NN_("{} question", "{} questions"),
    "time": NN_("{} time", "{} times"),
}
"""What is counted for people, by its name."""

LONGEST_IN_A_LINE = 140
"""Characters of an article's words in a line that lists them; longer ones are cut at a word."""

SHORTENED_FROM = 1_000_000
"""A number of fewer digits is written out, in other languages than English."""

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
    via = "".join(" · " + gettext("via {}").format(relay) for relay in claim.relays)
    caution = "" if claim.is_sure else gettext(PROBABLY)
    return Owner(caution, claim.source or _in_its_words(claim, text), role + via)


def _in_its_words(claim: Claim, text: str) -> str:
    words = words_at(text, claim.spans.source)
    opening, closing = double_marks()
    return f"{opening}{words}{closing}" if words else gettext(UNNAMED)


def side_owner(side: Side) -> str:
    """Say who is on one side of a disagreement, the article itself where nobody is."""
    if side.claim is None:
        return gettext(THE_ARTICLE)
    who = owner(side.claim, side.passage.text)
    return who.caution + who.name


def verdict_line(checked: Checked) -> str:
    """Write how the articles stand to a statement, in one line; "" where that is open."""
    if checked.verdict is Verdict.OPEN:
        return ""
    if checked.stated:
        (side,) = checked.sides
        return gettext("You wrote {stated} · the article: {told} ({owner})").format(
            stated=checked.stated, told=checked.told, owner=side_owner(side)
        )
    told = " · ".join(f"{_side_shown(side)} ({side_owner(side)})" for side in checked.sides)
    verdict = gettext(checked.verdict)
    return f"{verdict}: {told}" if told else f"{verdict}."


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
    return single_marks() if any(mark in text for mark in DOUBLE_MARKS) else double_marks()


def beside_nothing(answer: Answer) -> list[str]:
    """Say what else is known where nothing answers: who is only mentioned, which language would find more."""
    lines = []
    if name := answer.not_quoted:
        lines.append(gettext(NOT_QUOTED).format(name[:1].upper() + name[1:]))
    if names := ", ".join(map(language_name, answer.languages)):
        lines.append(gettext(IN_OTHER_LANGUAGE).format(names))
    return lines


def double_marks() -> tuple[str, str]:
    """Return the marks around a quotation, as people write them."""
    opening, _, closing = gettext("“…”").partition("…")
    return opening, closing


def single_marks() -> tuple[str, str]:
    """Return the marks around a quotation that holds one itself, as people write them."""
    opening, _, closing = gettext("‘…’").partition("…")
    return opening, closing


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
    return ngettext("{} year old", "{} years old", years).format(years) if years > 0 else None


def voice(article: Article, paragraph: int) -> str:
    """Say whose words those are for which nobody is named: the article's, if that was looked for."""
    if paragraph <= paragraphs_within_reach(article):
        return gettext(OWN_VOICE)
    foreign = foreign_language(Document.of_article(article))
    if not foreign:
        return gettext(NOT_LOOKED_FOR)
    return gettext(NOT_LOOKED_FOR_IN).format(language_name(foreign))


def language_name(code: str) -> str:
    """Return the name of a language by its ISO 639-1 code, or the code without a name."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - for few articles

    try:
        return Locale(code).get_display_name(_babel_name()) or code
    except UnknownLocaleError:
        return code


def no_claims(searched: Iterable[Article]) -> str:
    """Say that none were found, and in which of the searched articles none were looked for."""
    foreign = {foreign_language(Document.of_article(article)) for article in searched} - {None}
    if not foreign:
        return gettext(NO_CLAIMS)
    names = ", ".join(sorted(language_name(code) for code in foreign if code))
    in_english = gettext("Who says what is found in English only; there are articles in {}.")
    return f"{gettext(NO_CLAIMS)} {in_english.format(names)}"


def reach_shown(article: Article) -> str | None:
    """Say in what part of an article claims were looked for; None where that is all of it."""
    if foreign := foreign_language(Document.of_article(article)):
        return gettext(
            "The article is in {}: it can be searched and quoted, but who says what is found in "
            "English only."
        ).format(language_name(foreign))
    read = paragraphs_within_reach(article)
    if read == len(article.paragraphs):
        return None
    if not read:
        return gettext(
            "The article’s first paragraph is so long that who says what was not looked for."
        )
    return gettext(
        "The article is very long: who says what was looked for up to ¶ {} only."
    ).format(read)


def date_shown(article: Article) -> str | None:
    """Write the day of publication as people do; None where it is not known."""
    return day_shown(article.published) if article.published else None


def day_shown(day: date) -> str:
    """Write a day as people do: "26 October 2024"."""
    if spoken() == ENGLISH:
        return f"{day.day} {day:%B %Y}"
    from babel.dates import format_date  # noqa: PLC0415 - half a second, once

    return format_date(day, "long", locale=_babel_name())


def shortest_number(number: float) -> str:
    """Write a number in few letters, as is usual in the language spoken: "1,5 Mio."."""
    from babel.numbers import format_compact_decimal, format_decimal  # noqa: PLC0415 - likewise

    if abs(number) < SHORTENED_FROM:
        return format_decimal(number, locale=_babel_name())
    return format_compact_decimal(number, locale=_babel_name(), fraction_digits=1)


def _babel_name() -> str:
    return spoken().replace("-", "_")


def counted(number: int, what: str) -> str:
    """Write a number of THINGS: "1 claim", "2 claims"."""
    return ngettext(*THINGS[what], number).format(number)
