"""Name the noun phrase that stands for a source, in the article's own words only.

"Ruiz" becomes "Ana Ruiz" with her role, "the mayor" the one mayor of the article, "the ministry" its
one ministry, "the importer" the firm it tells of as one. Groups stay as worded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from corpus.article import Span
from corpus.claims.bodies import KINDS
from corpus.claims.names import Name, names_in
from corpus.claims.people import Named, People
from corpus.claims.resolution import Resolution
from corpus.claims.speaker import UNCLEAR, Speaker, of_person
from corpus.languages.english.document import Document
from corpus.languages.english.inflection import Form
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import Token, is_abbreviation

ACCOUNT = re.compile(
    r"(?:[a-z’'-]+\s+){0,4}?"
    r"(?:reports?|statements?|accounts?|figures|data|estimates?|assessments?|documents?|information)"
    r"\s+(?:from|by|of)\s+(?=\S)",
    re.IGNORECASE,
)
"""What goes before the source proper: "reports from the harbour office"."""

PASSED_ON = frozenset(LEXICON.forms(LEXICON.passes_on, Form.PAST, Form.PARTICIPLE))
"""Participles that, before "by", begin what tells of a relay: "minutes obtained by Reuters"."""

ONE_OF = frozenset(["one"])
"""What opens a description as a determiner does: "one participant", "one of its authors"."""

LONGEST_TRADE = 3
"""Words in lower case right before a full name that are a role: "retired tram driver Bo Lee"."""


def name_source(document: Document, span: Span, people: People) -> Speaker:
    """Find the speaker that the noun phrase at `span` names; nobody for a pronoun."""
    text = document.text
    account = ACCOUNT.match(text, *span)
    start = account.end() if account else span[0]
    tokens = document.tokens_in(start, span[1])
    if not tokens or tokens[0].word in LEXICON.pronouns:
        return UNCLEAR
    if len(tokens) == 1 and tokens[0].word in LEXICON.object_pronouns:
        return UNCLEAR  # "quoted her as saying"
    head = tokens[: _head_end(tokens)]
    if not head:
        return UNCLEAR
    return (
        _named_beside(text, tokens, head, people, alone=True)
        or _by_name(text, tokens, head, people)
        or _named_beside(text, tokens, head, people)
        or _by_office(head, people)
        or _by_organisation(head, people)
        or _by_description(head, people)
        or Speaker(text[head[0].start : head[-1].end])
    )


def _head_end(tokens: Sequence[Token]) -> int:
    """Return where the phrase proper ends and what is put beside it begins."""
    names = [name.span for name in names_in(tokens)]
    for number, token in enumerate(tokens):
        if any(start < token.start < end for start, end in names):
            continue  # a nickname in marks
        if token.word in LEXICON.relatives or (
            token.ends_phrase and not is_abbreviation(tokens, number)
        ):
            if token.word == "," and _lists(tokens, number):
                continue
            return number
        if token.word in PASSED_ON and [t.word for t in tokens[number + 1 : number + 2]] == ["by"]:
            return number
    return len(tokens)


def _lists(tokens: Sequence[Token], comma: int) -> bool:
    """Tell the comma of a list of groups, "grocers, bakers and butchers", from that of an aside."""
    before, after = tokens[:comma], tokens[comma + 1 :]
    words = [token.word for token in after]
    if "and" not in words or any(token.capital for token in [*before[1:], *after]):
        return False
    if before[0].word in LEXICON.determiners:
        return False
    return words[0] not in LEXICON.determiners | LEXICON.relatives


def _by_name(
    text: str, tokens: Sequence[Token], head: Sequence[Token], people: People
) -> Speaker | None:
    """Name a phrase whose head is a name, with a role before it or not: "Mayor Ana Ruiz"."""
    names = list(names_in(tokens))
    last = next((name for name in reversed(names) if name.span[1] == head[-1].end), None)
    if any(token.word == "and" for token in head) and len(names) > 1 and _is_full(names[0]):
        return None
    if names and (last is None or names[0] is not last) and _is_of_somewhere(text, names[0], head):
        last = names[0]
    if last is None:
        return None
    before = [token for token in head if token.start < last.span[0]]
    plain = not before or (len(before) == 1 and before[0].word in LEXICON.determiners)
    trade = _trade(before, last)
    if not (plain or last.office or last.addressed or trade):
        return None
    known = people.named(last.words, last.span[0])
    if known is None and len(last.words) == 1 and (whole := _by_first_word(tokens, head, people)):
        return whole
    definite = plain and bool(before) and before[0].word == "the"
    short_body = known is not None and not known.shown and len(last.words) < len(known.words)
    if definite and not short_body:
        return None
    return _speaker(text, last, _role(before, last) or trade, known)


def _is_full(name: Name) -> bool:
    return len(name.words) > 1


def _is_of_somewhere(text: str, name: Name, head: Sequence[Token]) -> bool:
    """Tell "Ana Ruiz of the harbour board" from "Norland’s Ministry of Ports"."""
    following = next((token for token in head if token.start >= name.span[1]), None)
    before = [token for token in head if token.start < name.span[0]]
    is_person = name.office or name.addressed or (_is_full(name) and not before)
    return (
        bool(is_person and following and following.word in LEXICON.prepositions)
        and text[name.span[1]].isspace()
    )


def _trade(before: Sequence[Token], name: Name) -> Span | None:
    """Return the words in lower case that stand right before a full name: "retired tram driver"."""
    words = before[1:] if before and before[0].word in LEXICON.determiners else before
    if not words or len(words) > LONGEST_TRADE or not _is_full(name):
        return None
    plain = all(
        token.is_word and not token.is_adverb and token.word not in LEXICON.prepositions | {"and"}
        for token in words
    )
    lower = not any(token.capital for token in words)
    return (words[0].start, words[-1].end) if plain and lower else None


def _role(before: Sequence[Token], name: Name) -> Span | None:
    """Return the role beside a name, all of the phrase before it if that is one."""
    if name.office is None:
        return name.aside
    begins = before[1:] if before and before[0].word in LEXICON.determiners else before
    if begins and LEXICON.prepositions.isdisjoint(token.word for token in begins):
        return begins[0].start, name.office[1]
    return name.office


def _speaker(text: str, name: Name, role: Span | None, known: Named | None) -> Speaker:
    words = text[slice(*role)] if role else None
    if known and known.role and (words is None or known.role.endswith(f" {words}")):
        words = known.role  # the finder may have left out its first word
    return _named(text, name, words, known)


def _named(text: str, name: Name, role: str | None, known: Named | None) -> Speaker:
    """Return the speaker whose name stands in the text, as fully as the article gives it."""
    worded = text[slice(*name.span)]
    if known is None:
        return Speaker(worded, role)
    is_full = known.name == worded
    resolution = Resolution.FULL_NAME if is_full else Resolution.SHORT_NAME
    return Speaker(known.name, role, known, resolution)


def _named_beside(
    text: str,
    tokens: Sequence[Token],
    head: Sequence[Token],
    people: People,
    *,
    alone: bool = False,
) -> Speaker | None:
    """Name a description from the name after it: "a lawyer representing Oak Tower, Elio Hart".

    A title or a trade may stand before the name: "her son, the novelist Bo Lee". If `alone`, only
    a name that the article gives in full or addresses, with no more after it than belongs to it.
    """
    if head[0].word not in LEXICON.determiners | ONE_OF and not _is_possessive(text, head):
        return None
    if len(head) == len(tokens) or tokens[len(head)].word != ",":
        return None
    aside = list(tokens[len(head) + 1 :])
    while aside and aside[-1].ends_phrase:
        del aside[-1]
    name = first_name(aside)
    if name is None or not is_title([each for each in aside if each.start < name.span[0]], name):
        return None
    following = next((each for each in aside if each.start >= name.span[1]), None)
    if alone and not (_is_full(name) or name.addressed or name.office):
        return None
    if alone and following is not None and not _ends_name(text, following, name):
        return None
    first = head[1] if head[0].word in LEXICON.determiners and len(head) > 1 else head[0]
    return _named(
        text, name, text[first.start : head[-1].end], people.named(name.words, name.span[0])
    )


def first_name(tokens: Sequence[Token]) -> Name | None:
    """Return the first name; "Danish" is none in "Danish diplomat Bo Lee"."""
    first, second = (*islice(names_in(tokens), 2), None, None)[:2]
    if first and second and second.office and second.office[0] <= first.span[0]:
        return second
    return first


def is_title(before: Sequence[Token], name: Name) -> bool:
    """Tell what may stand between a comma and a name: nothing, "Dr.", "the novelist", "the Danish firm"."""
    words = [token for token in before if token.word != "."]
    if 1 < len(words) <= 1 + LONGEST_TRADE and words[0].word == "the" and words[-1].word in KINDS:
        return True
    return not words or bool(name.office or name.addressed or _trade(words, name))


def _ends_name(text: str, following: Token, name: Name) -> bool:
    """Tell what goes on after a name without being part of a list: "of Ghent", ", 44"."""
    is_apart = text[name.span[1] : following.start].isspace()
    if is_apart:
        return following.word in LEXICON.prepositions
    return following.word in (",", "(")


def _by_office(head: Sequence[Token], people: People) -> Speaker | None:
    """Name "the mayor" from the one mayor of the article."""
    article, *office = [token.word for token in head]
    if article != "the" or not office:
        return None
    holder = people.holding(office, head[0].start)
    return of_person(holder, Resolution.OFFICE) if holder else None


def _is_possessive(text: str, head: Sequence[Token]) -> bool:
    """Tell a phrase with an owner before its noun: "the harbour's chief", "Rovers’ keeper"."""
    return any(
        token.word.endswith("'s") or text[token.end : token.end + 1] in ("'", "’")
        for token in head[:-1]
    )


def _by_organisation(head: Sequence[Token], people: People) -> Speaker | None:
    """Name "the ministry" or "its foreign ministry" where the article names just one."""
    if head[0].word not in ("the", "its"):
        return None
    meant = people.organisations.meant_by([token.word for token in head[1:]])
    return Speaker(meant.name, resolution=Resolution.ORGANISATION) if meant else None


def _by_description(head: Sequence[Token], people: People) -> Speaker | None:
    """Name "the importer" by the one name beside which the word stands before."""
    words = [token.word for token in head]
    if len(words) != 2 or words[0] not in ("the", "its") or words[1] not in KINDS:  # noqa: PLR2004
        return None
    name = people.bodies.described_as(head[1].word, head[0].start)
    return Speaker(name, resolution=Resolution.ORGANISATION) if name else None


def _by_first_word(
    tokens: Sequence[Token], head: Sequence[Token], people: People
) -> Speaker | None:
    """Name "Lumen" by the one longer name before it that begins so: "Lumen Air"."""
    if len(head) != 1 or not head[0].capital or len(tokens) > 1:
        return None
    name = people.bodies.beginning_with(head[0].word.removesuffix("'s"), head[0].start)
    known = people.named(name.lower().split(), head[0].start) if name else None
    if known is not None:
        return of_person(known, Resolution.SHORT_NAME)
    return Speaker(name, resolution=Resolution.SHORT_NAME) if name else None
