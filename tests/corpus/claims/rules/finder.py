"""Put cue, source and content together, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.quotations import quotations
from corpus.claims.sentences import QUOTE, TERMINAL, Sentence, sentences
from corpus.claims.words import CONJUNCTIONS, DASHES, DETERMINERS, PREPOSITIONS, RELATIVES, word_set
from tests.corpus.claims.rules.contents import content_before, content_end, content_start
from tests.corpus.claims.rules.cues import Cue, Kind, find_cues
from tests.corpus.claims.rules.frames import INVERTS, TAKES_NOUN
from tests.corpus.claims.rules.phrases import Range, phrase_after, phrase_before

SUBORDINATE = word_set("while although though whereas after since because when")
"""What opens a clause that ends at its comma, when it opens a sentence."""

BREAKS = word_set(", ; :") | DASHES | CONJUNCTIONS | SUBORDINATE | {QUOTE, "as"}
"""What stands before a clause that ends the content of the clause before it."""

NOT_GOING_ON = PREPOSITIONS | RELATIVES | CONJUNCTIONS | SUBORDINATE
"""What after ", Ruiz said," tells of the saying, not of what is said."""

SURE = 0.9
UNSURE = 0.7
"""Confidence of quotations and "that" against the rest: rough shares of right ones."""


JOINTS = CONJUNCTIONS | SUBORDINATE
"""What after a comma parts two attributions: "Ruiz denied it, but the road is shut, Lee said"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue with its source, as tokens of one sentence.

    `start` and `end` hold both. `after` is where the content to their right begins, if there is any.
    """

    cue: Cue
    source: Range | None
    start: int
    end: int
    after: int | None


class RuleFinder:
    """Find attributions by rule; see the folder's docstring."""

    def find(self, text: str, paragraphs: Sequence[Span]) -> list[Attribution]:
        """Give the attributions of each paragraph, in order of their cues."""
        quoted = quotations(text, paragraphs)
        return [
            attribution
            for paragraph in paragraphs
            for sentence in sentences(text, paragraph, quoted)
            for attribution in _attributions(sentence)
        ]


def _attributions(tokens: Sentence) -> Iterator[Attribution]:
    clauses = _clauses(tokens)
    for number, clause in enumerate(clauses):
        pieces = _content(tokens, clauses, number)
        content = [piece for piece in pieces if _has_words(tokens, piece)]
        if content:
            cue = clause.cue.first, _cue_end(tokens, clause.cue, content[-1][0])
            yield Attribution(
                source=(_span(tokens, clause.source),) if clause.source else (),
                cue=(_span(tokens, cue),),
                content=tuple(_span(tokens, piece) for piece in content),
                confidence=SURE if tokens[content[0][0]].word == QUOTE else UNSURE,
            )


def _clauses(tokens: Sentence) -> list[Clause]:
    """Give each cue with its source; a cue that can have none in this sentence is left out."""
    clauses: list[Clause] = []
    for cue in find_cues(tokens):
        clause = _clause(tokens, cue)
        if clause is None or (clause.source is None and not clauses):
            continue
        if clauses and clause.start < clauses[-1].end and _is_relative(tokens, clauses[-1]):
            clauses.pop()
        if not clauses or clause.start >= clauses[-1].end:
            clauses.append(clause)
    return clauses


def _is_relative(tokens: Sentence, clause: Clause) -> bool:
    """Tell a clause beside a source: "a spokesman, who asked not to be named, said"."""
    return tokens[clause.cue.subject_end - 1].word in RELATIVES


def _clause(tokens: Sentence, cue: Cue) -> Clause | None:
    before = tokens[cue.subject_end - 1].word if cue.subject_end else ""
    after = content_start(tokens, cue, len(tokens))
    if cue.kind is Kind.PARTICIPLE:
        return Clause(cue, None, cue.first, cue.last, after)
    if cue.kind is Kind.FINITE and (source := phrase_before(tokens, cue.subject_end)):
        return Clause(cue, source, source[0], cue.last, after)
    if cue.kind is Kind.ACCORDING or (cue.verb in INVERTS and _may_invert(tokens, cue, before)):
        source = phrase_after(tokens, cue.last)
        return source and Clause(cue, source, cue.first, source[1], None)
    if before in CONJUNCTIONS:
        return Clause(cue, None, cue.first, cue.last, after)
    return None


def _may_invert(tokens: Sentence, cue: Cue, before: str) -> bool:
    """Tell whether the subject of `cue` may follow it: "…," said Ruiz."""
    if before in ("", QUOTE) or _follows_quote(tokens, cue.subject_end):
        return True
    if (before != "," and before not in DASHES) or cue.last == len(tokens):
        return False
    following = tokens[cue.last]
    return following.capital or following.word in DETERMINERS


def _content(tokens: Sentence, clauses: Sequence[Clause], number: int) -> list[Range]:
    """Give the pieces of what is claimed: before the cue, after it, or both."""
    clause = clauses[number]
    limit = _limit(tokens, clauses, number)
    after = clause.after if clause.after is not None and clause.after < limit else None
    if clause.source is None:
        return [] if after is None else [_piece_after(tokens, after, limit, clause)]
    pieces: list[Range] = []
    if _is_set_off(tokens, clause) and (after is None or _follows_quote(tokens, clause.start)):
        piece = content_before(tokens, _left_limit(tokens, clauses, number), clause.start)
        pieces += [piece] if piece else []
    if after is None:
        after = _goes_on(tokens, clause, limit, pieces)
    if after is not None:
        pieces.append(_piece_after(tokens, after, limit, clause))
    return pieces


def _limit(tokens: Sentence, clauses: Sequence[Clause], number: int) -> int:
    """Give where a content must end: where the next clause begins that is not inside it."""
    end = clauses[number].end
    for following in clauses[number + 1 :]:
        if following.start <= end or tokens[following.start - 1].word not in BREAKS:
            continue
        postposed = following.after is None and _is_set_off(tokens, following)
        joint = _joint(tokens, end, following.start) if postposed else None
        return following.start if joint is None else joint
    return len(tokens)


def _left_limit(tokens: Sentence, clauses: Sequence[Clause], number: int) -> int:
    """Give where a content before its clause may begin.

    Everything back to a joint belongs to it, what others say within it too: "Ruiz believes it will
    hold, Lee said."
    """
    for earlier in reversed(clauses[:number]):
        joint = _joint(tokens, earlier.end, clauses[number].start)
        if joint is not None:
            return joint
        if earlier.after is None or earlier.source is None:
            return earlier.end
    return 0


def _joint(tokens: Sentence, start: int, end: int) -> int | None:
    """Give the last place from `start` to `end` where one statement ends and another begins."""
    for number in range(end - 1, start - 1, -1):
        word = tokens[number].word
        if word == ";" or (word == "," and number + 1 < end and tokens[number + 1].word in JOINTS):
            return number
    return None


def _piece_after(tokens: Sentence, start: int, limit: int, clause: Clause) -> Range:
    opening = tokens[0].word in SUBORDINATE
    first = opening and not any(token.word == "," for token in tokens[: clause.start])
    return start, content_end(tokens, start, limit, subordinate=first)


def _follows_quote(tokens: Sentence, start: int) -> bool:
    last = start - 2 if start and tokens[start - 1].word == "," else start - 1
    return last >= 0 and tokens[last].word == QUOTE


def _is_set_off(tokens: Sentence, clause: Clause) -> bool:
    """Tell whether a clause is parted from what is before it, as "…, Ruiz said" is."""
    before = tokens[clause.start - 1].word if clause.start else ""
    return before in (",", QUOTE) or before in DASHES or before[:1] in TERMINAL


def _goes_on(tokens: Sentence, clause: Clause, limit: int, pieces: Sequence[Range]) -> int | None:
    """Give where the content goes on after ", Ruiz said," or begins after "According to Ruiz,"."""
    start = clause.end + 1
    if start >= limit or tokens[clause.end].word not in (",", ":"):
        return None
    quoted = bool(pieces) and tokens[pieces[-1][1] - 1].word == QUOTE
    following = tokens[start].word
    if following == QUOTE or not pieces:
        return start
    told_of = following in NOT_GOING_ON or following.endswith("ing")
    return None if quoted or told_of else start


def _cue_end(tokens: Sentence, cue: Cue, start: int) -> int:
    """Give where a cue ends, with the noun it takes: "voiced fears" before "that …"."""
    takes_noun = cue.verb in TAKES_NOUN and start > cue.last and tokens[start - 1].word == "that"
    return start - 1 if takes_noun else cue.last


def _has_words(tokens: Sentence, piece: Range) -> bool:
    return any(token.is_word or token.word == QUOTE for token in tokens[slice(*piece)])


def _span(tokens: Sentence, piece: Range) -> Span:
    return tokens[piece[0]].start, tokens[piece[1] - 1].end
