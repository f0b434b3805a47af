"""The engine: reads articles, finds passages, says who made each claim. Knows no Discord.

from corpus import Corpus, read

corpus = Corpus([read("article.txt")])
answer = corpus.ask("How many troops are in Kursk?")
"""

from corpus.answering.answer import Answer, Hit, Passage
from corpus.answering.explanation import Explanation
from corpus.article import Article, Paragraph
from corpus.claims import Claim, Stance, find_claims
from corpus.corpus import Corpus
from corpus.errors import CorpusError
from corpus.reading import read

__all__ = [
    "Answer",
    "Article",
    "Claim",
    "Corpus",
    "CorpusError",
    "Explanation",
    "Hit",
    "Paragraph",
    "Passage",
    "Stance",
    "find_claims",
    "read",
]
