"""Measure follow-ups: `python -m tests.benchmarks.follow_ups open|blind|none [--canard FILE] [--list]`.

`pairs.txt` beside this file has 60 questions with what somebody would ask next, written before any
of them was tried; `corpus/learning/members/open.jsonl` has the articles that they are about, and all
its other articles are searched too. `unanswered.txt` has 20 that no article answers. `blind.jsonl` has
60 more on other articles, written before the way of answering was changed, and asked once after.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bot.conversation import Asked, answer_in_talk
from corpus import Article, Corpus
from corpus.answering.answer import Answer
from corpus.conversation.follow_up import Earlier, read_follow_up
from corpus.conversation.small_talk import telling_terms
from corpus.learning.members import OPEN

HERE = Path(__file__).parent
SAME = "same"
NONE = "-"


class Pair(NamedTuple):
    """A question, what follows, and the paragraphs that answer: (article, paragraph), from 1."""

    group: str
    first: str
    then: str
    right: str


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how follow-ups are answered.")
    parser.add_argument("pairs", choices=["open", "blind", "none"])
    parser.add_argument("--canard", type=Path)
    parser.add_argument("--list", action="store_true", help="print those that are not right")
    asked = parser.parse_args()
    if asked.pairs == "open":
        articles = list(_articles(OPEN))
        for name in ("pairs.txt", "unanswered.txt"):
            asyncio.run(_measure(articles, list(_pairs(HERE / name)), list_wrong=asked.list))
    elif asked.pairs == "blind":
        file = HERE / "blind.jsonl"
        asyncio.run(_measure(list(_articles(file)), list(_blind(file)), list_wrong=asked.list))
    if asked.canard:
        _measure_carried(asked.canard)


async def _measure(articles: Sequence[Article], pairs: Sequence[Pair], *, list_wrong: bool) -> None:
    corpus = Corpus(articles)

    async def ask(question: str, only: str | None) -> Answer:
        return corpus.ask(question, within=[only] if only else None)

    outcomes: Counter[str] = Counter()
    for pair in pairs:
        before = await ask(pair.first, None)
        talked = await answer_in_talk(ask, Asked(pair.then, pair.first))
        outcome = _outcome(pair, before, talked.answer)
        outcomes[outcome] += 1
        if list_wrong and outcome != "right":
            print(f"{outcome}: {pair.first} → {pair.then} ({pair.right}) {_shown(talked.answer)}")
    total = outcomes.total()
    print(*(f"{what} {count / total:.0%}" for what, count in outcomes.most_common()), sep=" · ")


def _outcome(pair: Pair, before: Answer, after: Answer) -> str:
    if not after.answered:
        return "right" if pair.right == NONE else "silent"
    best = after.passages[0]
    if pair.right == SAME:
        first = before.passages[0] if before.answered else None
        is_right = first is not None and best.text == first.text
    else:
        is_right = f"{best.article.id}.{best.paragraph}" in {
            f"{pair.group}.{place}" for place in pair.right.split()
        }
    if is_right:
        return "right"
    return "wrong paragraph" if best.article.id.startswith(f"{pair.group}.") else "off topic"


def _shown(answer: Answer) -> str:
    shown = [
        f"{each.article.id} ¶ {each.paragraph} {each.confidence:.2f}" for each in answer.passages
    ]
    return f"{answer.question!r} {shown[:1]}"


def _pairs(file: Path) -> Iterator[Pair]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield Pair(*(part.strip() for part in line.split("|")))


def _blind(file: Path) -> Iterator[Pair]:
    for line in file.read_text(encoding="utf-8").splitlines():
        group = json.loads(line)
        yield from (Pair(group["id"], *pair) for pair in group["follow_ups"])


def _articles(members: Path) -> Iterator[Article]:
    for line in members.read_text(encoding="utf-8").splitlines():
        group = json.loads(line)
        for number, article in enumerate(group["articles"], 1):
            yield Article.from_paragraphs(
                article["title"], article["paragraphs"], id=f"{group['id']}.{number}"
            )


def _measure_carried(file: Path) -> None:
    """Compare the words carried over with those that a person took into the question from before."""
    wanted = carried = both = turns = seen = 0
    for turn in json.loads(file.read_text(encoding="utf-8")):
        questions = turn["History"][2::2]
        if not questions:
            continue
        turns += 1
        title = turn["History"][0]
        follow_up = read_follow_up(turn["Question"], Earlier(f"{title} {questions[-1]}"))
        own = telling_terms(turn["Question"])
        before = telling_terms(f"{title} {questions[-1]}")
        of_person = (telling_terms(turn["Rewrite"]) - own) & before
        of_ours = telling_terms(follow_up.searches[0]) - own if follow_up else set()
        seen += bool(of_person) == bool(of_ours)
        wanted += len(of_person)
        carried += len(of_ours)
        both += len(of_person & of_ours)
    print(
        f"{turns} turns: of the words that people carried over {both / wanted:.0%} were, "
        f"of those carried over {both / carried:.0%} were people's; in {seen / turns:.0%} of the "
        "turns both carried something over, or neither did"
    )


if __name__ == "__main__":
    main()
