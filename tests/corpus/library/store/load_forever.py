"""A program that loads articles without end: load_forever.py ADDRESS NAME.

Each article is loaded again and again under one id. All its paragraphs and claims name its version,
so that one stored by halves would show. It prints a line when its first article is stored.
"""

from __future__ import annotations

import asyncio
import sys
from itertools import count

from corpus.article import Article
from corpus.claims import Claim, Spans, Stance
from corpus.library.store import Store
from corpus.reading.original import Original

PARAGRAPHS = 40


async def load_forever(address: str, name: str) -> None:
    store = await Store.open(address)
    for version in count():
        word = f"{name}-{version}"
        article = Article.from_paragraphs(
            word, [word] * (PARAGRAPHS + version % 2), id=f"{name}-{version % 3}"
        )
        claim = Claim(word, None, None, (), word, Stance.ASSERTS, False, Spans((), (), ()))
        original = Original(word, "text/plain", word.encode())
        claims = [claim] * len(article.paragraphs)
        await store.save(1, article, claims, original=original, near_equal=False)
        if not version:
            sys.stdout.write("loading\n")
            sys.stdout.flush()


asyncio.run(load_forever(sys.argv[1], sys.argv[2]))
