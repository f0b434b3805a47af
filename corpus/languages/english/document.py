"""One reading of a text, made once: what every later step takes its words and sentences from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.article import Article, Span
from corpus.languages.english.paragraphs import paragraph_spans
from corpus.languages.english.quotations import Quotation, quotations
from corpus.languages.english.sentences import sentences
from corpus.languages.english.tokens import Token, cut_tokens
from corpus.languages.english.words import Word, words


@dataclass(frozen=True)
class Document:
    """A text with its paragraphs, sentences, quotations, tokens and words; nothing of it changes.

    Each part is found when it is first asked for, and then kept. Offsets are characters of `text`,
    from 0, the end exclusive; every sequence is in reading order. No paragraph is empty, and nothing
    runs from one into the next.
    """

    text: str
    paragraphs: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> Document:
        """Read a text whose paragraphs are its lines; see `paragraph_spans`."""
        return cls(text, tuple(paragraph_spans(text)))

    @classmethod
    def of_article(cls, article: Article) -> Document:
        """Read an article's text, with the paragraphs that the article has."""
        lengths = (len(paragraph.text) for paragraph in article.paragraphs)
        starts = zip(article.paragraph_starts, lengths, strict=True)
        return cls(
            article.text, tuple((start, start + length) for start, length in starts if length)
        )

    @classmethod
    def of_paragraph(cls, text: str) -> Document:
        """Read a text that is one paragraph."""
        return cls(text, ((0, len(text)),) if text else ())

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands in quotation marks; a quotation never runs over a paragraph's end."""
        return tuple(quotations(self.text, self.paragraphs))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of all paragraphs; several may stand in one quotation."""
        return tuple(
            (start + first, start + last)
            for start, end in self.paragraphs
            for first, last in sentences(self.text[start:end])
        )

    @cached_property
    def whole_sentences(self) -> tuple[Span, ...]:
        """The sentences, those that one quotation runs over taken as one.

        “It burned. All of it,” she said is one of these and two of `sentences`.
        """
        joined: list[Span] = []
        for sentence in self.sentences:
            if joined and self.is_inside_quotation(sentence[0]):
                joined[-1] = (joined[-1][0], sentence[1])
            else:
                joined.append(sentence)
        return tuple(joined)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words, numbers and marks of all paragraphs."""
        return tuple(
            token for start, end in self.paragraphs for token in cut_tokens(self.text, start, end)
        )

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of all paragraphs as they are indexed, each with its term."""
        return tuple(
            word for start, end in self.paragraphs for word in words(self.text[start:end], start)
        )

    def whole_sentence_at(self, position: int) -> int:
        """Return the number, from 0, of the whole sentence that holds a character, or the one before."""
        return max(0, bisect_right(self._whole_starts, position) - 1)

    def words_in(self, start: int, end: int) -> Sequence[Word]:
        """Return the words that begin in `text[start:end]`."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        last = bisect_left(self.words, end, key=lambda word: word.start)
        return self.words[first:last]

    def tokens_in(self, start: int, end: int) -> Sequence[Token]:
        """Return the tokens of `text[start:end]`; one that crosses either end is cut there."""
        first = bisect_right(self._token_ends, start)
        last = bisect_left(self._token_starts, end)
        found = self.tokens[first:last]
        if found and (found[0].start < start or found[-1].end > end):
            return tuple(self._cut_to(found, start, end))
        return found

    def sentences_in(self, start: int, end: int) -> Sequence[Span]:
        """Return the sentences that begin in `text[start:end]`."""
        first = bisect_left(self.sentences, (start,))
        last = bisect_left(self.sentences, (end,))
        return self.sentences[first:last]

    def sentence_at(self, position: int) -> Span:
        """Return the sentence that holds a character, or the one before; the text has one at least."""
        return self.sentences[max(0, bisect_right(self.sentences, (position + 1,)) - 1)]

    def paragraph_at(self, position: int) -> int:
        """Return the number, from 0, of the paragraph that holds a character, or of the one before."""
        return max(0, bisect_left(self.paragraphs, (position + 1,)) - 1)

    def apart(self, span: Span) -> Iterator[Span]:
        """Divide a span where it runs from one paragraph into the next."""
        first, last = self.paragraph_at(span[0]), self.paragraph_at(span[1] - 1)
        for start, end in self.paragraphs[first : last + 1]:
            piece = max(start, span[0]), min(end, span[1])
            if piece[0] < piece[1]:
                yield piece

    def quotations_in(self, start: int, end: int) -> Sequence[Quotation]:
        """Return the quotations that stand wholly in `text[start:end]`."""
        first = bisect_left(self.quotations, start, key=lambda quotation: quotation.start)
        last = bisect_right(self.quotations, end, key=lambda quotation: quotation.end)
        return self.quotations[first:last]

    @cached_property
    def _whole_starts(self) -> list[int]:
        return [start for start, _ in self.whole_sentences]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _token_ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def _cut_to(self, tokens: Sequence[Token], start: int, end: int) -> Iterator[Token]:
        for token in tokens:
            if start <= token.start and token.end <= end:
                yield token
            else:
                yield from cut_tokens(self.text, max(start, token.start), min(end, token.end))

    def is_inside_quotation(self, position: int) -> bool:
        """Tell whether a quotation begins before a character and ends after it."""
        before = bisect_left(self.quotations, position, key=lambda quotation: quotation.start)
        return before > 0 and self.quotations[before - 1].end > position
