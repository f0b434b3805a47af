"""Cases to learn from and to measure with: who stands beside whom, and who only seems to.

A FILE is `.txt`, as `tests/benchmarks/other_side/README.md` describes it, or `.jsonl`: groups of articles with
questions, each question with the paragraphs that answer and `other`, those that must stand beside.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus import Article
from corpus.contradictions.statement import Statement

BETWEEN_SIDES = " // "

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks to have checked: "is it true that …?".

    `verdict` is the one a careful reader gives, `words` those of the articles that decide.
    """

    text: str
    verdict: str
    words: tuple[str, ...]


@dataclass(slots=True)
class Case:
    """Articles that are searched together, and what is asked of them.

    Each of `beside` holds the words of two sides that must be shown together; those of `apart` must
    not be. `right` and `other` are paragraphs, any of the first against any of the second.
    """

    articles: list[Article] = field(default_factory=list)
    question: str = ""
    beside: list[tuple[str, ...]] = field(default_factory=list)
    apart: list[tuple[str, ...]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    right: set[Place] = field(default_factory=set)
    other: set[Place] = field(default_factory=set)

    def is_against(self, one: Statement, other: Statement) -> bool:
        """Tell whether two statements stand beside one another by the marks."""
        places = one.place[:2], other.place[:2]
        if any(a in self.right and b in self.other for a, b in (places, places[::-1])):
            return True
        return any(
            (_holds(one, a) and _holds(other, b)) or (_holds(one, b) and _holds(other, a))
            for a, b in self.beside
        )


def _holds(statement: Statement, words: str) -> bool:
    return words in statement.passage.text[slice(*statement.span)]


def read_cases(path: Path) -> Iterator[Case]:
    """Read a file; raises ValueError where a line is none of the known, or quotes what is not there."""
    text = path.read_text("utf-8")
    if path.suffix == ".jsonl":
        for line in text.splitlines():
            yield from _group(json.loads(line))
    else:
        for block in text.strip().removeprefix("== ").split("\n\n== "):
            yield _case(block.splitlines())


def _group(group: dict[str, list[dict[str, list[str]]]]) -> Iterator[Case]:
    articles = [
        Article.from_paragraphs(str(each["title"]), each["paragraphs"])
        for each in group["articles"]
    ]
    for asked in group["questions"]:
        case = Case(articles, str(asked["q"]))
        case.right, case.other = (
            {(articles[int(a) - 1].id, int(p)) for a, p in asked[key]} for key in ("right", "other")
        )
        yield case


def _case(lines: list[str]) -> Case:
    case = Case()
    title, paragraphs = lines[0], list[str]()
    for line in lines[1:]:
        kind, _, rest = line.partition(" ")
        match kind:
            case "--":
                case.articles.append(Article.from_paragraphs(title, paragraphs))
                title, paragraphs = rest, []
            case "?":
                case.question = rest
            case "beside:" | "apart:":
                sides = tuple(rest.split(BETWEEN_SIDES))
                (case.beside if kind == "beside:" else case.apart).append(sides)
            case _ if line.startswith("is it true: "):
                case.asked.append(_asked(line.removeprefix("is it true: ")))
            case _:
                paragraphs.append(line)
    case.articles.append(Article.from_paragraphs(title, paragraphs))
    for words in _quoted(case):
        if not any(words in article.text for article in case.articles):
            message = f"{title}: not in the articles: {words!r}"
            raise ValueError(message)
    return case


def _asked(line: str) -> Asked:
    text, verdict, *words = line.split(" | ")
    return Asked(text, verdict, tuple(words[0].split(BETWEEN_SIDES)) if words else ())


def _quoted(case: Case) -> Iterator[str]:
    for sides in (*case.beside, *case.apart):
        yield from sides
    for asked in case.asked:
        yield from asked.words
