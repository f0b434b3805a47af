"""The files in `questions/`: what is asked, and the answer recorded below it.

A line that is not indented asks or tells how; the indented lines below it are the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

FOLDER = Path(__file__).parent / "questions"

INDENT = "    "

NOISE = 0.04
"""A confidence that differs by less is left as recorded: the networks' 8-bit sums differ a little
from processor to processor."""

_CONFIDENCE = re.compile(r"(?<= · confidence )\d\.\d\d$")
_ASKS = ("? ", "claims of ", "load ")


@dataclass(frozen=True, slots=True)
class Case:
    """One thing asked of some articles.

    `asked` is the line that asks. `only` names the articles that the search is kept within; empty,
    it is kept within none. `above` are the lines from the asking one to the answer, as they stand
    in the file; `answer` are those of the recorded answer, without their indent.
    """

    articles: tuple[str, ...]
    asked: str
    only: tuple[str, ...]
    above: tuple[str, ...]
    answer: tuple[str, ...]

    def answered(self, answer: Sequence[str]) -> Case:
        """Return the case with another answer, but with the recorded confidences if near enough."""
        return replace(self, answer=tuple(_without_noise(self.answer, answer)))


@dataclass(frozen=True, slots=True)
class File:
    """A file of cases that are all asked of the same articles; `head` are the lines above them."""

    name: str
    head: tuple[str, ...]
    cases: tuple[Case, ...]

    def text(self) -> str:
        """Return what the file has to hold for these cases."""
        blocks = ["\n".join(self.head)]
        for case in self.cases:
            answer = ((INDENT + line).rstrip() for line in case.answer)
            blocks.append("\n".join([*case.above, *answer]))
        return "\n\n".join(blocks) + "\n"


def all_files() -> list[File]:
    """Read all files, by name."""
    return [read_file(path) for path in sorted(FOLDER.glob("*.txt"))]


def read_file(path: Path) -> File:
    """Read one file; raises ValueError where it does not name its articles first."""
    head, *blocks = _blocks(path.read_text("utf-8").splitlines())
    articles = _listed(head, "articles: ")
    if not articles:
        raise ValueError(f'{path} does not name its articles: "articles: one, other"')
    return File(path.name, tuple(head), tuple(_case(articles, block) for block in blocks))


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Split a file's lines before each line that asks, blank lines at a block's end left out."""
    starts = [at for at, line in enumerate(lines) if line.startswith(_ASKS)]
    for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        yield "\n".join(lines[start:end]).rstrip().splitlines()


def _case(articles: tuple[str, ...], block: Sequence[str]) -> Case:
    answer = [line for line in block if line.startswith(INDENT)]
    above = [line for line in block if line and not line.startswith(INDENT)]
    return Case(
        articles,
        asked=above[0],
        only=_listed(above, "only: "),
        above=tuple(above),
        answer=tuple(line.removeprefix(INDENT) for line in answer),
    )


def _listed(lines: Sequence[str], key: str) -> tuple[str, ...]:
    """Return the names that a line "key: one, other" lists, or none."""
    values = [line.removeprefix(key) for line in lines if line.startswith(key)]
    return tuple(name.strip() for value in values for name in value.split(","))


def _without_noise(recorded: Sequence[str], answer: Sequence[str]) -> Iterator[str]:
    known = {_CONFIDENCE.sub("", line): line for line in recorded if _CONFIDENCE.search(line)}
    for line in answer:
        before, now = known.get(_CONFIDENCE.sub("", line), line), line
        yield before if abs(_confidence(before) - _confidence(now)) < NOISE else now


def _confidence(line: str) -> float:
    found = _CONFIDENCE.search(line)
    return float(found[0]) if found else 0.0
