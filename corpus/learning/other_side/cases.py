"""Read the cases: small articles, a question, who stands beside whom, and what only seems to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus import Article

OPEN = Path(__file__).with_name("open")
"""The cases that may be read and learnt from; the blind ones stand with the benchmark."""

BETWEEN_SIDES = " // "


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
    not be. Nobody disagrees about what an `ordinary` question asks.
    """

    articles: list[Article] = field(default_factory=list)
    question: str = ""
    beside: list[tuple[str, ...]] = field(default_factory=list)
    apart: list[tuple[str, ...]] = field(default_factory=list)
    ordinary: list[str] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)


def read_cases(folder: Path) -> Iterator[Case]:
    """Read a folder's files by name; raises ValueError where one quotes what is not there."""
    for file in sorted(folder.glob("*.txt")):
        for block in file.read_text("utf-8").strip().removeprefix("== ").split("\n\n== "):
            yield _case(block.splitlines())


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
            case "ordinary:":
                case.ordinary.append(rest)
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
