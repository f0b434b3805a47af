"""Text, cut into sentences and words.

Every offset is in characters, from 0, the end exclusive, into the text exactly as given.
"""

from corpus.languages.english.sentences import sentences
from corpus.languages.english.words import Word, question_terms, telling, terms, words

__all__ = ["Word", "question_terms", "sentences", "telling", "terms", "words"]
