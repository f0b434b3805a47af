"""Find the question in a long message, pasted or talked into the chat."""

from __future__ import annotations

import re

from corpus.languages.english import question_terms, sentences, words
from corpus.languages.english.lexicon import LEXICON

LONGEST_QUESTION = 240
"""Characters of a message that is taken as a question as it stands; longer ones tell things too."""

MOST_ASKING = 3
"""Sentences of one message taken for questions at most."""

LEAST_TERMS = 2
"""Terms of a question without a question word, at least: "is it true?" asks nothing alone."""

_CLOSERS = "\"'”’»)] "
"""What may stand after a question mark."""

QUESTION_MARKS = ("?", "？", "؟")  # noqa: RUF001 - of full width, and Arabic

_AFTER_QUESTION = re.compile(r"(?<=[?？؟])\s+(?=\S)")  # noqa: RUF001 - the same marks

_WORDS = "|".join(sorted(LEXICON.question_words))
_QUESTION_WORD = re.compile(rf"\b(?:{_WORDS})(?:['’]s)?\b", re.IGNORECASE)
_VERB_FIRST = re.compile(
    rf"\W*(?:(?:and|but|so|or)\s+)?(?:{'|'.join(sorted(LEXICON.begin_questions))})\b", re.IGNORECASE
)
_UNMARKED = re.compile(
    rf"\W*(?:{_WORDS})\b|.*\bhow (?:many|much|long|old|far|often)\b", re.IGNORECASE | re.DOTALL
)
"""A question without its mark; "who" and "which" within a sentence mostly ask nothing."""


def asking_sentences(text: str) -> list[str]:
    """Return the sentences that end in a question mark, or else the last one."""
    pieces = _pieces(text)
    asking = [sentence for sentence in pieces if ends_in_question_mark(sentence)]
    return asking[:MOST_ASKING] or pieces[-1:]


def without_what_is_told(message: str) -> str:
    """Return what a long message asks; a short one, and one that asks nothing, stay as they are."""
    if len(message) <= LONGEST_QUESTION:
        return message
    asked = [_from_question_word(sentence) for sentence in _pieces(message) if _asks(sentence)]
    telling = [sentence for sentence in asked if _asks_enough(sentence)]
    return " ".join(telling[-MOST_ASKING:]) or message


def separate_questions(text: str) -> list[str]:
    """Return the questions of a text that has nothing else, three at most; else the text alone.

    Those after the first may go on from it: "How many were arrested? And why?".
    """
    pieces = _pieces(text)
    if 1 < len(pieces) <= MOST_ASKING and all(map(ends_in_question_mark, pieces)):
        return pieces
    return [text]


def _pieces(text: str) -> list[str]:
    """Cut a text into sentences, also where a question goes on in lower case, as in chats."""
    whole = (text[start:end] for start, end in sentences(text))
    return [piece for sentence in whole for piece in _AFTER_QUESTION.split(sentence)]


def ends_in_question_mark(text: str) -> bool:
    """Tell whether a text ends in a question mark, quotation marks and brackets aside."""
    return text.rstrip(_CLOSERS).endswith(QUESTION_MARKS)


def begins_with_verb(sentence: str) -> bool:
    """Tell whether a sentence begins as questions do that are answered with yes or no."""
    return bool(_VERB_FIRST.match(sentence))


def _asks(sentence: str) -> bool:
    """Tell whether a sentence asks something; "remember the tram?" does not."""
    if not ends_in_question_mark(sentence):
        return bool(_UNMARKED.match(sentence))
    return bool(_QUESTION_WORD.search(sentence) or _VERB_FIRST.match(sentence))


def _asks_enough(sentence: str) -> bool:
    """Tell whether what is asked can be looked for: "why?" cannot."""
    telling = [term for term in question_terms(sentence) if term not in LEXICON.stop_words]
    return len(telling) >= (1 if _QUESTION_WORD.match(sentence) else LEAST_TERMS)


def _from_question_word(sentence: str) -> str:
    """Cut off what stands before the last question word with which anything is asked."""
    telling = [word.start for word in words(sentence) if word.term not in LEXICON.stop_words]
    last = telling[-1] if telling else -1
    begins = [word.start() for word in _QUESTION_WORD.finditer(sentence) if word.start() <= last]
    return sentence[begins[-1] :] if begins else sentence
