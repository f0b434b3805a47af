"""Tell what a name is in its clause: a subject, an object, whoever asks; for weighing whom "he" means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.article import Span
from corpus.claims.people import Mention, Named
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import Token, is_abbreviation
from corpus.stance import Stance

REACH = 120
"""Characters before or after a name that are read to tell what it is in its clause."""

LONGEST_ASIDE = 12
"""Tokens between a name and its verb that are put beside it: "Ana Ruiz (D-Vt.) said"."""

NO_DOER = LEXICON.subordinators | LEXICON.adverbs | {"being", "been", "having"}
"""What may stand before the participle of an opening clause: "After being asked by …"."""

CLOSED = LEXICON.prepositions | LEXICON.determiners | LEXICON.pronouns | LEXICON.conjunctions

AFTER_OBJECT = CLOSED | LEXICON.subordinators | LEXICON.relatives
"""What may follow "her" as an object; before any other word it is a possessive."""

CLAUSE_OPENS = (
    LEXICON.question_words
    | LEXICON.indirect_question_words
    | LEXICON.auxiliaries
    | LEXICON.subordinators
    | {"that", "to"}
)
"""What opens a clause after the doer of a participle: "asked by Hale whether …"."""


class Place(NamedTuple):
    """What a name is in its clause, as far as the words beside it tell."""

    subject: bool
    phrase: bool
    possessive: bool


def place_of(document: Document, mention: Mention) -> Place:
    """Tell the subject of a verb, the name after a preposition, and the owner of something.

    Of two who are joined, "Ruiz and Hale", neither is a subject before the other.
    """
    name, text = mention.name, document.text
    begin, end = _beginning(mention), name.span[1]
    sentence = document.whole_sentences[document.whole_sentence_at(begin)]
    before = _without_title(document.tokens_in(max(sentence[0], begin - REACH), begin))
    phrase = bool(before) and before[-1].word in LEXICON.prepositions
    possessive = text[end : end + 1] in ("'", "’")
    after = document.tokens_in(end, min(sentence[1], end + REACH))
    in_commas = bool(before) and before[-1].word == ","
    if name.office and text[name.office[1] : name.span[0]].strip() == ",":
        in_commas = True
    if in_commas and after and after[0].word == ",":
        after = after[1:]  # "His wife, Joan Ruiz, was angry"
    joined = len(before) > 1 and before[-1].word == "and" and before[-2].capital
    subject = not (possessive or phrase or joined) and _has_verb(after, name.aside)
    return Place(subject, phrase, possessive)


def _beginning(mention: Mention) -> int:
    """Return where a name begins, with the role before it."""
    name = mention.name
    return min(name.span[0], name.office[0]) if name.office else name.span[0]


def _without_title(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return what stands before a name without the "the" or the "Mr." right before it."""
    end = len(tokens)
    while end and (
        tokens[end - 1].word in LEXICON.determiners | LEXICON.addresses
        or is_abbreviation(tokens, end - 1)
    ):
        end -= 1
    return tokens[:end]


def _has_verb(after: Sequence[Token], aside: Span | None) -> bool:
    """Tell whether a verb follows a name, after what is put beside it."""
    rest = [token for token in after if aside is None or token.start >= aside[1]]
    if aside is None and rest and rest[0].word in ("(", ","):
        closing = ")" if rest[0].word == "(" else ","
        words = [token.word for token in rest[1:LONGEST_ASIDE]]
        rest = rest[words.index(closing) + 2 :] if closing in words else []
    elif aside is not None:
        rest = rest[1:]
    verb = next((token for token in rest if not token.is_adverb), None)
    return verb is not None and verb.is_word and not verb.capital and verb.word not in AFTER_OBJECT


def set_apart(
    word: str, start: int, tokens: Sequence[Token], mentions: Sequence[Mention]
) -> Iterator[Named]:
    """Find the persons of a pronoun's sentence that its clauses set apart from it.

    The pronoun is `word`, which begins at `start`; `tokens` and `mentions` stand before it.

    "Asked by Hale why …, he said": the doer of an opening participle is not its subject. "When Hale
    asked him …, he said": the subject of a clause is not its object. "When Hale asked Dorn …, he
    said": it is Dorn who answers.
    """
    opening = next((token for token in tokens if token.word not in NO_DOER), None)
    participle = opening is not None and _may_be_participle(opening, mentions)
    in_clause = bool(tokens) and tokens[0].word in LEXICON.subordinators
    begins = [*map(_beginning, mentions), start]
    for mention, following in zip(mentions, begins[1:], strict=True):
        begin, end = _beginning(mention), mention.name.span[1]
        before = _without_title([token for token in tokens if token.end <= begin])
        after = [token for token in tokens if end <= token.start < following]
        by = participle and _is_by(before)
        asks = in_clause and following < start and _asks(after)
        if by or asks or any(_is_object(after, n, word) for n in range(len(after))):
            yield mention.person


def _is_by(before: Sequence[Token]) -> bool:
    """Tell the doer of a participle, "by Hale's lawyer, Ann Dorn", from whom its clause tells of."""
    words = [token.word for token in before]
    if "by" not in words:
        return False
    after = words[len(words) - words[::-1].index("by") :]
    return len(after) <= LONGEST_ASIDE and CLAUSE_OPENS.isdisjoint(after)


def _asks(between: Sequence[Token]) -> bool:
    """Tell a verb of asking right between two names."""
    words = [*_without_title(between)]
    verb = LEXICON.verb(words[-1].word) if words else None
    return verb is not None and verb.stance in (Stance.ASKS, Stance.DEMANDS, Stance.DOUBTS)


def _may_be_participle(word: Token, mentions: Sequence[Mention]) -> bool:
    """Tell the first word of "Asked by …" and "Told of it by …" from a noun's and a name's."""
    named = any(m.name.span[0] <= word.start < m.name.span[1] for m in mentions)
    plain = word.is_word and word.word not in CLOSED and not named
    return plain and not word.word.endswith(("s", "ing"))


def _is_object(tokens: Sequence[Token], number: int, pronoun: str) -> bool:
    """Tell the object "him" or "her"; "her" before a noun is none."""
    word = tokens[number].word
    if pronoun == "he":
        return word == "him"
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    ends = following is None or not following.word.isalpha() or following.word in AFTER_OBJECT
    return word == "her" and ends


def opens_with_subordinator(document: Document, start: int) -> bool:
    """Tell "Though Ruiz lives there": whether what begins at `start` is a clause of another one."""
    first = document.tokens_in(start, start + REACH)[:1]
    return bool(first) and first[0].word in LEXICON.subordinators
