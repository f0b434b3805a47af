"""Sentences that do not stand alone: what goes on in the next one is shown with them.

"It was one of two things:", "The firm says 180. The union counts 412.", "The line closed in May. That
is because the rails are worn."
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.answering.fitting import fits, is_of_same_or_nothing
from corpus.answering.kinds import Kind
from corpus.answering.question import FIGURES, Question
from corpus.article import Span
from corpus.languages.english import Word
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON

LONGEST = 200
"""Characters of a sentence that is shown for another one at most: a card is short."""

_POINTS = frozenset(["this", "that", "these", "those"])
_REASON_WITHIN = 5
"""Words of a sentence in which one that points back tells a reason: "This in turn follows …"."""

_TELLS_REASON = LEXICON.reasons | {"follow", "followed", "follows"}


def with_next(document: Document, shown: Sequence[Span], question: Question) -> tuple[Span, ...]:
    """Add to the sentences shown the next one where one of them needs it; all in reading order.

    One is added at most: the next of the first that needs it.
    """
    sentences = document.sentences
    for one, following in pairwise(sentences):
        is_new = one in shown and following not in shown
        if (
            is_new
            and following[1] - following[0] <= LONGEST
            and _needs(document, one, following, question)
        ):
            return tuple(sorted({*shown, following}))
    return tuple(shown)


def _needs(document: Document, one: Span, following: Span, question: Question) -> bool:
    if document.text[slice(*one)].rstrip().endswith(":"):
        return True
    after = document.words_in(*following)
    if Kind.REASON in question.kinds and _gives_reason(document, after):
        return True
    if FIGURES.isdisjoint(question.kinds):
        return False
    has_figure = any(_is_figure(document, word, question) for word in document.words_in(*one))
    return has_figure and any(_is_estimate(document, word, after, question) for word in after)


def _gives_reason(document: Document, following: Sequence[Word]) -> bool:
    """Tell whether a sentence points back and gives a reason: "That is because …"."""
    said = [word.form_in(document.text) for word in following[: _REASON_WITHIN + 1]]
    return bool(said) and said[0] in _POINTS and not _TELLS_REASON.isdisjoint(said[1:])


def _is_figure(document: Document, word: Word, question: Question) -> bool:
    return word.term[:1].isdigit() and fits(question, document, (word.start, word.end)) is True


def _is_estimate(
    document: Document, word: Word, sentence: Sequence[Word], question: Question
) -> bool:
    """Tell whether a figure is another one of what was asked: of the same, or of what somebody tells."""
    if not _is_figure(document, word, question):
        return False
    if Kind.NUMBER in question.kinds:
        return is_of_same_or_nothing(question, document, word)
    return any(LEXICON.verb(each.form_in(document.text)) for each in sentence)
