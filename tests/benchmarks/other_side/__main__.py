"""Score what stands beside what: `python -m tests.benchmarks.other_side open|blind [--list-misses]`."""

from __future__ import annotations

import argparse
from collections import Counter

from corpus import Corpus
from corpus.answering.answer import Disagreement
from corpus.checking import check
from corpus.learning.other_side import Case
from tests.benchmarks.other_side.halves import HALVES, cases


def main() -> None:
    """Print the counts of one half; what is missed of the open one only."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.other_side")
    parser.add_argument("half", choices=HALVES)
    parser.add_argument("--list-misses", action="store_true")
    options = parser.parse_args()
    if options.list_misses and options.half != "open":
        parser.error("the misses of the open half only are listed")
    counts, misses = Counter[str](), list[str]()
    for case in cases(options.half):
        corpus = Corpus(case.articles)
        _score_question(case, corpus, counts, misses)
        _score_ordinary(case, corpus, counts, misses)
        _score_statements(case, corpus, counts, misses)
    if options.list_misses:
        print(*misses, sep="\n")
    for line in _lines(counts):
        print(line)


def _score_question(case: Case, corpus: Corpus, counts: Counter[str], misses: list[str]) -> None:
    answer = corpus.ask(case.question)
    counts["beside"] += len(case.beside)
    counts["silent"] += bool(case.beside) and not answer.answered
    shown = [each for each in answer.disagreements if _is_among(each, case)]
    counts["found"] += bool(shown)
    if case.beside and not shown:
        misses.append(f"missed: {case.question}")
    for each in answer.disagreements:
        counts["shown"] += 1
        if each not in shown:
            misses.append(f"false: {case.question}: {each.sides[0].words} / {each.sides[1].words}")
        counts["right"] += each in shown
    if case.beside:
        texts = [passage.text for passage in answer.passages]
        both = all(any(words in text for text in texts) for words in case.beside[0])
        counts["both"] += both


def _score_ordinary(case: Case, corpus: Corpus, counts: Counter[str], misses: list[str]) -> None:
    for question in case.ordinary:
        found = corpus.ask(question).disagreements
        counts["ordinary"] += 1
        counts["banners"] += bool(found)
        misses += [
            f"banner: {question}: {each.sides[0].words} / {each.sides[1].words}" for each in found
        ]


def _is_among(found: Disagreement, case: Case) -> bool:
    sentences = [side.passage.text[slice(*side.span)] for side in found.sides]
    return any(
        all(words in text for words, text in zip(sides, order, strict=True))
        for sides in case.beside
        for order in (sentences, sentences[::-1])
    )


def _score_statements(case: Case, corpus: Corpus, counts: Counter[str], misses: list[str]) -> None:
    for asked in case.asked:
        found = check(asked.text, corpus.ask(asked.text)).verdict.name.lower()
        counts["statements"] += 1
        counts["verdicts"] += found != "open"
        counts["right verdicts"] += found == asked.verdict
        if found != asked.verdict:
            misses.append(f"{found} for {asked.verdict}: {asked.text}")


def _lines(counts: Counter[str]) -> list[str]:
    return [
        f"other sides shown   {counts['found']} of {counts['beside']}",
        f"shown that are ones {counts['right']} of {counts['shown']}",
        f"ordinary with one   {counts['banners']} of {counts['ordinary']}",
        f"not answered        {counts['silent']} of {counts['beside']}",
        f"both passages shown {counts['both']} of {counts['beside']}",
        f"verdicts right      {counts['right verdicts']} of {counts['statements']}",
        f"verdicts given      {counts['verdicts']}",
    ]


if __name__ == "__main__":
    main()
