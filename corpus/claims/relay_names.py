"""Name the news organisation or the platform that stands at a place: "the BBC", "state television"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.article import Span
from corpus.claims.names import OFFICES, names_in
from corpus.claims.people import People
from corpus.claims.phrases import name_source
from corpus.languages.english.document import Document
from corpus.languages.english.first_names import may_be_first_name
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import Token

REACH = 120
"""Characters in which a name is read."""

MEDIUM = LEXICON.media | LEXICON.media_kinds


def name_at(
    document: Document, position: int, people: People, *, heard: bool = False
) -> Iterator[str]:
    """Find the name that stands at `position`, with or without an article or "magazine" before it.

    A person who only `heard` it passed nothing on.
    """
    tokens = document.tokens_in(position, position + REACH)
    if medium := called_again(tokens, people) or (heard and _unnamed(document, tokens)):
        yield medium
        return
    if tokens and tokens[0].word == "the" and not tokens[0].capital:
        tokens = tokens[1:]
    kind = next((n for n, token in enumerate(tokens[:3]) if token.word in MEDIUM), None)
    if kind is not None and not any(token.capital for token in tokens[: kind + 1]):
        tokens = tokens[kind + 1 :]  # "the public broadcaster CT"
    if tokens and (tokens[0].is_time or tokens[0].word.removesuffix("'s") in LEXICON.days):
        return  # "told Tuesday's meeting"
    name = next(names_in(tokens), None)
    if heard and (name is None or name.office) and (title := _title_at(tokens)):
        yield document.text[slice(*title)]
        return
    if name is None or not LEXICON.assemblies.isdisjoint(name.words):
        return
    first = 1 if tokens[0].word == "the" else 0
    begin = name.office[0] if name.office else name.span[0]
    if begin > tokens[first].start:
        return
    start = tokens[0].start if first else name.span[0]
    speaker = name_source(document, (start, name.span[1]), people)
    is_media = not LEXICON.media.isdisjoint(name.words)
    after = tokens[next(n for n, token in enumerate(tokens) if token.end >= name.span[1]) + 1 :]
    if after and _belongs_to(after[0], is_media=is_media):
        yield document.text[start : after[0].end]
    elif speaker.name and not (heard and speaker.person and speaker.person.shown and not is_media):
        yield speaker.name


def _belongs_to(after: Token, *, is_media: bool) -> bool:
    """Tell the last word of "Swedish radio" and of "Radio 4"."""
    if is_media and after.word.isdigit():
        return True
    return not after.capital and after.word in LEXICON.media


def _unnamed(document: Document, tokens: Sequence[Token]) -> str | None:
    """Return "state television" or "local radio", not "the newspaper Vesk" or "agency officials"."""
    kind = next((n for n, token in enumerate(tokens[:3]) if token.word in MEDIUM), 0)
    before, after = tokens[: kind + 1], tokens[kind + 1 : kind + 2]
    plain = not any(token.capital or not token.is_word for token in before)
    goes_on = any(token.capital or token.word in MEDIUM | OFFICES for token in after)
    if not kind or not plain or goes_on or before[0].word in LEXICON.determiners:
        return None
    return document.text[before[0].start : before[-1].end]


def called_again(tokens: Sequence[Token], people: People) -> str | None:
    """Name "the paper" and "the same station" by the news organisation named shortly before."""
    skipped = 2 if [token.word for token in tokens[:2]] == ["the", "same"] else 1
    kind, following = tokens[skipped : skipped + 1], tokens[skipped + 1 : skipped + 3]
    if not kind or tokens[0].word != "the" or kind[0].word not in LEXICON.media_kinds:
        return None
    if any(token.capital for token in following):
        return None  # "the newspaper Politiken"
    return people.bodies.medium_before(tokens[0].start)


def _title_at(tokens: Sequence[Token]) -> Span | None:
    """Return a run of words with capitals that is all offices: "New Scientist", "The Economist"."""
    last = 0
    while last < len(tokens) and tokens[last].capital:
        last += 1
    run = tokens[:last]
    all_offices = bool(run) and all(
        token.word in OFFICES | LEXICON.place_adjectives | {"the"} for token in run
    )
    return (run[0].start, run[-1].end) if all_offices and last > 1 else None


def end_of_title(tokens: Sequence[Token], end: int) -> int:
    """Return where a medium's name ends, with its programme: "ABC's This Week"."""
    first = next((n for n, token in enumerate(tokens) if token.end >= end), len(tokens))
    if first == len(tokens) or not tokens[first].word.endswith("'s"):
        return end
    if first + 1 < len(tokens) and may_be_first_name(tokens[first + 1].word):
        return end - len("'s")  # "the BBC's Nina Ware" speaks on no programme
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].capital:
        last += 1
    return tokens[last].end if last > first else end


def is_acronym(name: str) -> bool:
    """Tell "RTÉ" and "WCRW-TV" from a word with a capital letter; "on" one is a broadcaster's air."""
    return len(name) > 1 and name.isupper()


def last_name(document: Document, start: int, end: int) -> Iterator[str]:
    """Find the name that ends `text[start:end]`, with its article if that has a capital."""
    for name in names_in(document.tokens_in(start, end)):
        if name.span[1] == end:
            yield document.text[slice(*name.span)]
