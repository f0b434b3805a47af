"""From any format's draft to an article: the one step that all formats share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import accumulate

from corpus.article import Article, Paragraph, derive_id
from corpus.errors import ReadingError
from corpus.languages.identification import find_language
from corpus.reading.bylines import Byline, is_name, read_byline
from corpus.reading.continued_quotations import continued
from corpus.reading.draft import BlockKind, Draft, Hints, TextBlock
from corpus.reading.furniture import is_furniture, opens_a_box, opens_comments
from corpus.reading.interviews import with_questions_as_headings
from corpus.reading.limits import MAX_CAPTIONS, MAX_CHARACTERS, MAX_PARAGRAPHS, MAX_TITLE
from corpus.reading.sentence_or_headline import ends_sentence
from corpus.reading.visible import one_line

STAND_IN_CHARACTERS = 80
"""How many of a text's first characters stand in for a title that it does not have."""

_SENTENCE_CHARACTERS = 100
"""From here on a block without a final mark is a paragraph all the same, not a link."""

NO_TEXT = "No text of an article was found in it: open it yourself and paste the text."

NO_BREAKS = (
    "Its text is one enormous paragraph: put blank lines between its paragraphs and try again."
)


def assemble(draft: Draft, hints: Hints) -> tuple[Article, tuple[str, ...]]:
    """Make the article of a draft, and the warnings that its moderator should see.

    Raise ReadingError where nothing is left once the page furniture is gone.
    """
    blocks = [replace(block, text=one_line(block.text)) for block in draft.blocks]
    title = shorten(one_line(hints.title or draft.title or "")) or None
    content = _without_repeats(list(_without_furniture(blocks)), title, draft)
    body, bylines = _separate_bylines(content)
    body = with_questions_as_headings(body)
    paragraphs, is_truncated = _number(body)
    if not paragraphs:
        raise ReadingError(NO_BREAKS if is_truncated else NO_TEXT)
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    shown_title = title or shorten(text.split("\n", 1)[0], STAND_IN_CHARACTERS)
    published = draft.published or _published(bylines)
    captions = dict.fromkeys(b.text for b in content if b.kind is BlockKind.CAPTION)
    url = draft.url or hints.url
    article = Article(
        id=derive_id(url, shown_title, (p.text for p in paragraphs)),
        title=shown_title,
        paragraphs=paragraphs,
        url=url,
        author=_name(draft.author) or next((b.author for b in bylines if b.author), None),
        publisher=_name(draft.publisher),
        published=published,
        language=find_language(text, draft.language),
        captions=tuple(captions)[:MAX_CAPTIONS],
    )
    warnings = _warnings(article, body, titled=bool(title), is_truncated=is_truncated)
    return article, (*draft.notes, *warnings)


def shorten(text: str, longest: int = MAX_TITLE) -> str:
    """Return the text, cut at a word with an ellipsis where it is longer than `longest`."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _without_furniture(blocks: Iterable[TextBlock]) -> Iterator[TextBlock]:
    """Leave out furniture, and the links under a heading of furniture.

    Under a heading over readers' comments all is theirs, up to the next heading.
    """
    in_a_box = in_comments = False
    for block in blocks:
        if block.kind is BlockKind.CAPTION:
            yield block
            continue
        sentence = ends_sentence(block.text) or len(block.text) > _SENTENCE_CHARACTERS
        if block.kind is BlockKind.HEADING:
            in_comments = opens_comments(block.text)
        if block.kind is BlockKind.HEADING or opens_a_box(block.text):
            in_a_box = opens_a_box(block.text)
        elif block.kind is BlockKind.PARAGRAPH and sentence:
            in_a_box = in_comments
        if not in_a_box and not is_furniture(block.text):
            yield block


def _without_repeats(blocks: list[TextBlock], title: str | None, draft: Draft) -> list[TextBlock]:
    """Leave out the title, the author's and the publisher's name where they stand alone."""
    repeated = {_bare(text) for text in (title, draft.author, draft.publisher) if text}
    if title and draft.publisher:
        repeated.add(_bare(f"{title} - {draft.publisher}"))
    captions = {block.text for block in blocks if block.kind is BlockKind.CAPTION}
    return [
        block
        for block in blocks
        if _bare(block.text) not in repeated
        and (block.kind is BlockKind.CAPTION or block.text not in captions)
    ]


def _bare(text: str) -> str:
    """Return what is compared of a name or a title: its letters and figures."""
    text = one_line(text).casefold().removeprefix("by ")
    return "".join(filter(str.isalnum, text))


def _separate_bylines(blocks: Iterable[TextBlock]) -> tuple[list[TextBlock], list[Byline]]:
    """Separate the paragraphs and headings from what the bylines say."""
    body: list[TextBlock] = []
    bylines: list[Byline] = []
    for block in blocks:
        if block.kind is BlockKind.CAPTION:
            continue
        byline = read_byline(block.text)
        if byline is None:
            body.append(block)
            continue
        if len(body) == 1 and not byline.author and is_name(body[0].text):
            byline = replace(byline, author=body.pop().text)  # a name right above a date
        bylines.append(byline)
    return body, bylines


def _published(bylines: Iterable[Byline]) -> date | None:
    """Return the first date of publication, or else the first of an update."""
    dates = [byline.published for byline in bylines] + [byline.updated for byline in bylines]
    return next(filter(None, dates), None)


def _number(body: Iterable[TextBlock]) -> tuple[tuple[Paragraph, ...], bool]:
    """Return the paragraphs numbered from 1, and whether any beyond the limits were left out."""
    heading: str | None = None
    texts: list[str] = []
    headings: list[str | None] = []
    for block in body:
        if block.kind is BlockKind.HEADING:
            heading = shorten(block.text)
        else:
            texts.append(block.text)
            headings.append(heading)
    kept = [total <= MAX_CHARACTERS for total in accumulate(map(len, texts))].count(True)
    kept = min(kept, MAX_PARAGRAPHS)
    quoted = continued(texts[:kept])
    numbered = zip(range(1, kept + 1), texts, headings, quoted, strict=False)
    return tuple(Paragraph(n, text, head, goes_on) for n, text, head, goes_on in numbered), (
        kept < len(texts)
    )


def _name(name: str | None) -> str | None:
    """Return an author's or a publisher's name as it is shown, several joined by commas."""
    return shorten(one_line(name or "").replace("; ", ", ")) or None


def _warnings(
    article: Article, body: list[TextBlock], *, titled: bool, is_truncated: bool
) -> Iterator[str]:
    if not titled:
        yield "No title was found: the first words stand in for it."
    if not article.published:
        yield "No date was found."
    if is_truncated:
        yield f"It is very long: only its first {len(article.paragraphs)} paragraphs were read."
    if sum(block.kind is BlockKind.ITEM for block in body) * 2 > len(article.paragraphs):
        yield "This looks like a list rather than an article."
