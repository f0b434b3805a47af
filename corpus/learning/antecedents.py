"""Learn whom "he" and "she" mean: `python -m corpus.learning antecedents FILE…`.

Prints `WEIGHTS` of `corpus/claims/antecedents.py`, and of each kind of file how many pronouns get the
right person, a wrong one and nobody when their documents are left out of learning. A FILE is

- `.conllu`: a document with coreference, in the form of GUM,
- `.tsv`: pronouns, each with two names, in the form of GAP,
- `.jsonl`: pronouns that are sources of claims in news, one a line: `{"file": path of a text beside
  this file, "start": offset of the pronoun in it, "name": whom it means, "" for nobody named}`.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from corpus.article import Span, overlap
from corpus.claims.antecedents import WEIGHTS, Candidate, Pronoun, candidates_for, likeliest
from corpus.claims.find import FINDER
from corpus.claims.finder import Attribution
from corpus.claims.linking import link
from corpus.claims.people import People
from corpus.claims.pronouns import BAR
from corpus.claims.speaker import Speaker
from corpus.claims.who import speakers
from corpus.languages.english.document import Document
from corpus.learning.held_out import fold
from corpus.learning.regression import Choice, Floats, fit_choice

IMPORTANCE = {".conllu": 0.3, ".tsv": 0.3, ".jsonl": 1.0}
"""How much a pronoun counts by its file's kind: only those of news are what the bot meets."""

PENALTY = 1.0
"""How much a weight's square costs."""

FOLDS = 4
"""Parts into which documents are divided to measure; each is left out of learning in turn."""

PRONOUNS = frozenset(["he", "she"])

ENTITY = re.compile(r"\((?P<whole>\d+)\)|\((?P<opened>\d+)|(?P<closed>\d+)\)")
"""GUM's marks of an entity's mention: all of it, its first word, its last."""


class Marked(NamedTuple):
    """A pronoun whose meaning people marked: its candidates, and the numbers of the right ones.

    `right` is empty where the pronoun means none of the candidates. `kind` is its file's ending.
    """

    kind: str
    document: str
    candidates: Sequence[Candidate]
    right: Sequence[int]


class Read(NamedTuple):
    """A document, read as for finding claims."""

    name: str
    document: Document
    people: People
    found: Sequence[Attribution]
    named: Sequence[Speaker]


def main(arguments: Sequence[str]) -> None:
    """Learn from files, and print what is reached on what is left out, and the weights."""
    parser = argparse.ArgumentParser(
        prog="python -m corpus.learning antecedents", description=__doc__
    )
    parser.add_argument("files", nargs="+", type=Path, help="documents with marked pronouns")
    marked = [each for path in parser.parse_args(arguments).files for each in read_file(path)]
    for kind, outcomes in left_out(marked).items():
        print(kind, dict(outcomes))
    print("corpus/claims/antecedents.py: WEIGHTS =", learn(marked))


def read_file(path: Path) -> Iterator[Marked]:
    """Read the pronouns of a file of any of the three kinds."""
    readers = {".conllu": read_gum, ".tsv": read_gap, ".jsonl": read_news}
    return readers[path.suffix](path)


def learn(marked: Sequence[Marked]) -> dict[str, float]:
    """Return the weight of each measure; nobody is a candidate of which everything measures 0."""
    choices = [
        Choice(
            _rows(each.candidates), [*each.right] or [len(each.candidates)], IMPORTANCE[each.kind]
        )
        for each in marked
        if each.candidates
    ]
    return dict(zip(WEIGHTS, fit_choice(choices, penalty=PENALTY).round(2).tolist(), strict=True))


def _rows(candidates: Sequence[Candidate]) -> Floats:
    measured = [[candidate.measured[name] for name in WEIGHTS] for candidate in candidates]
    return np.array([*measured, [0.0] * len(WEIGHTS)])


def left_out(marked: Sequence[Marked]) -> dict[str, Counter[str]]:
    """Count by kind of file what becomes of pronouns whose documents are not learnt from."""
    outcomes: dict[str, Counter[str]] = {each.kind: Counter() for each in marked}
    for part in range(FOLDS):
        weights = learn([each for each in marked if fold(each.document, FOLDS) != part])
        for each in marked:
            if fold(each.document, FOLDS) == part:
                outcomes[each.kind][_outcome(each, weights)] += 1
    return outcomes


def _outcome(marked: Marked, weights: dict[str, float]) -> str:
    person, chance = likeliest(marked.candidates, weights)
    if person is None or chance < BAR:
        return "nobody"
    right = any(marked.candidates[number].person is person for number in marked.right)
    return "right" if right else "wrong"


def read_gum(path: Path) -> Iterator[Marked]:
    """Read the pronouns of a document of GUM that stand outside quotations."""
    text, mentions = _text_of_gum(path)
    read = _read(path.stem, text)
    for (start, end), entity in mentions:
        if text[start:end].lower() in PRONOUNS and not read.document.is_inside_quotation(start):
            same = [span for span, other in mentions if other == entity]
            right = _named_at(read, start, lambda name: _shortest(name, mentions) in same)  # noqa: B023 - called at once
            yield _marked(".conllu", read, start, right)


def _text_of_gum(path: Path) -> tuple[str, list[tuple[Span, str]]]:  # noqa: C901 - one pass over a format
    """Return a document's text, a paragraph a line, and its mentions with the entity of each."""
    text, gap = "", ""
    opened: dict[str, list[int]] = {}
    mentions: list[tuple[Span, str]] = []
    joined_to, start = 0, 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line == "# newpar":
            text, gap = text.rstrip() + "\n", ""
        if not line or line.startswith("#"):
            continue
        number, form, *_, misc = line.split("\t")
        marks = misc.split("|")
        after = "" if "SpaceAfter=No" in marks else " "
        if "-" in number:  # words written as one, such as "Ruiz's", stand there before their parts
            joined_to = int(number.split("-")[1])
            text += gap + form
            start, gap = len(text) - len(form), after
            continue
        if "." in number:
            continue
        if int(number) <= joined_to:
            end = min(start + len(form), len(text))
        else:
            joined_to = 0
            text += gap + form
            start, end, gap = len(text) - len(form), len(text), after
        for mark in ENTITY.finditer(next((m for m in marks if m.startswith("Entity=")), "")):
            if mark["whole"]:
                mentions.append(((start, end), mark["whole"]))
            elif mark["opened"]:
                opened.setdefault(mark["opened"], []).append(start)
            elif opened.get(mark["closed"]):
                mentions.append(((opened[mark["closed"]].pop(), end), mark["closed"]))
        start = end
        if line and int(number) == joined_to:
            joined_to = 0
    return text, mentions


def _shortest(name: Span, mentions: Sequence[tuple[Span, str]]) -> Span | None:
    """Return the shortest mention that holds a name."""
    holding = [span for span, _ in mentions if span[0] <= name[0] and name[1] <= span[1]]
    return min(holding, key=lambda span: span[1] - span[0]) if holding else None


def read_gap(path: Path) -> Iterator[Marked]:
    """Read the pronouns of GAP that are subjects and mean one of the two names."""
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            meant = next((name for name in "AB" if row[f"{name}-coref"] == "TRUE"), None)
            if meant is None or row["Pronoun"].lower() not in PRONOUNS:
                continue
            start = int(row[f"{meant}-offset"])
            span = start, start + len(row[meant])
            document = Document.of(row["Text"])
            read = Read(row["ID"], document, People(document), (), ())
            at = int(row["Pronoun-offset"])
            right = _named_at(read, at, lambda name: overlap(name, span))  # noqa: B023 - called at once
            marked = _marked(".tsv", read, at, right)
            if marked.right:
                yield marked


def read_news(path: Path) -> Iterator[Marked]:
    """Read the marked pronouns of news."""
    texts: dict[str, Read] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        mark = json.loads(line)
        if mark["file"] not in texts:
            text = (path.parent / mark["file"]).read_text(encoding="utf-8")
            texts[mark["file"]] = _read(mark["file"], text)
        read = texts[mark["file"]]
        yield _marked(".jsonl", read, mark["start"], {mark["name"]})


def _read(name: str, text: str) -> Read:
    document = Document.of(text)
    found, people = link(document, FINDER.find(document)), People(document)
    return Read(name, document, people, found, speakers(document, found, people))


def _named_at(read: Read, end: int, is_meant: Callable[[Span], bool]) -> set[str]:
    """Return the names of the persons who are meant by a name before `end`."""
    mentions = read.people.mentions_between(0, end)
    return {mention.person.name for mention in mentions if is_meant(mention.name.span)}


def _marked(kind: str, read: Read, start: int, right: set[str]) -> Marked:
    """Return the pronoun at `start`; candidates are right whose names are, or are part of one."""
    own = [n for n, each in enumerate(read.found) if each.source and each.source[0][0] == start]
    before = [n for n, each in enumerate(read.found) if each.source and each.source[0][0] < start]
    number = own[0] if own else (before[-1] + 1 if before else 0)
    said = read.found[number].content if own else ()
    pronoun = Pronoun(read.document.text[start : start + 3].strip().lower(), start, said)
    candidates = candidates_for(
        pronoun, read.document, read.people, read.found, read.named[:number]
    )
    numbers = [
        n
        for n, candidate in enumerate(candidates)
        if any(_is_same(candidate.person.name, name) for name in right)
    ]
    return Marked(kind, read.name, candidates, numbers)


def _is_same(name: str, other: str) -> bool:
    """Tell whether one of two names, in their words, is the end of the other, or both are the same."""
    one, two = name.lower().split(), other.lower().split()
    shorter = min(len(one), len(two))
    return shorter > 0 and one[-shorter:] == two[-shorter:]
