"""Learn whom "he" and "she" mean: `python -m corpus.learning antecedents GUM GAP…`."""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from corpus.article import Span
from corpus.claims.antecedents import Candidate, Pronoun, candidates_for
from corpus.claims.find import FINDER
from corpus.claims.linking import link
from corpus.claims.people import People
from corpus.claims.who import speakers
from corpus.languages.english.document import Document
from corpus.learning.regression import Choice, fit_choice


class Marked(NamedTuple):
    """A pronoun whose antecedent annotators marked: the candidates, and the numbers of the right ones.

    None is right where it is nobody of them.
    """

    document: str
    pronoun: Pronoun
    candidates: list[Candidate]
    right: list[int]


ENTITY = re.compile(r"\((\d+)\)|\((\d+)|(\d+)\)")


def read_gum(path: Path) -> Iterator[Marked]:
    text = ""
    opened: dict[str, list[int]] = {}
    spans: list[tuple[Span, str]] = []
    pronouns: list[Span] = []
    gap = ""
    skip = 0
    multi = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            gap = "\n"
        if line.startswith("#") or not line.strip():
            continue
        fields = line.split("\t")
        number, form, misc = fields[0], fields[1], fields[9]
        space = "" if "SpaceAfter=No" in misc.split("|") else " "
        if "-" in number:
            skip = int(number.split("-")[1])
            text += gap + form
            multi = space
            start = len(text) - len(form)
            at = start
            gap = ""
            continue
        if "." in number:
            continue
        inside = skip and int(number) <= skip
        if inside:
            start, end = at, min(at + len(form), len(text))
            at = end
            if int(number) == skip:
                skip = 0
                gap = multi
                end = len(text)
        else:
            if gap == "\n":
                text = text.rstrip() + ("\n" if text else "")
                gap = ""
            text += gap + form
            start, end = len(text) - len(form), len(text)
            gap = space
        if form.lower() in ("he", "she"):
            pronouns.append((start, end))
        entity = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
        for match in ENTITY.finditer(entity):
            one, opening, closing = match.groups()
            if one:
                spans.append(((start, end), one))
            elif opening:
                opened.setdefault(opening, []).append(start)
            elif opened.get(closing):
                spans.append(((opened[closing].pop(), end), closing))
    document = Document.of(text)
    means = {span: entity for span, entity in spans}
    people = People(document)

    def entity_of(span: Span) -> str | None:
        holding = [(s, e) for s, e in spans if s[0] <= span[0] and span[1] <= s[1]]
        return min(holding, key=lambda h: h[0][1] - h[0][0])[1] if holding else None

    yield from _marked(path.stem, document, people, pronouns, lambda p, m: entity_of(m) == means.get(p) if means.get(p) else None)


def read_gap(path: Path) -> Iterator[Marked]:
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["Pronoun"].lower() not in ("he", "she"):
                continue
            a, b = row["A-coref"] == "TRUE", row["B-coref"] == "TRUE"
            if not (a or b):
                continue
            name, at = (row["A"], int(row["A-offset"])) if a else (row["B"], int(row["B-offset"]))
            start = int(row["Pronoun-offset"])
            document = Document.of(row["Text"])
            right = (at, at + len(name))
            people = People(document)
            owner = [m.person for m in people.mentions_between(0, len(row["Text"])) if m.name.span[0] < right[1] and right[0] < m.name.span[1]]
            if not owner:
                continue
            for marked in _marked(row["ID"], document, people, [(start, start + len(row["Pronoun"]))], lambda p, m: m[0] < right[1] and right[0] < m[1]):
                if marked.right:
                    yield marked


def _marked(name, document, people, pronouns, is_right) -> Iterator[Marked]:
    found = link(document, FINDER.find(document)) if name.startswith("GUM") else []
    named = speakers(document, found, people)
    for span in pronouns:
        if document.is_inside_quotation(span[0]):
            continue
        own = next((f for f in found if f.source and f.source[0] == span), None)
        before = [n for n, f in enumerate(found) if f.source and f.source[0][0] < span[0]]
        n = found.index(own) if own else (before[-1] + 1 if before else 0)
        pronoun = Pronoun(document.text[slice(*span)].lower(), span[0], own.content if own else ())
        candidates = candidates_for(pronoun, document, people, found, named[:n])
        # which persons are right: by their mentions anywhere before
        right_ids = set()
        known = False
        for m in people.mentions_between(0, span[0]):
            r = is_right(span, m.name.span)
            if r is None:
                break
            known = True
            if r:
                right_ids.add(m.person.name)
        if known or is_right(span, span) is not None:
            yield Marked(name, pronoun, candidates, [i for i, c in enumerate(candidates) if c.person.name in right_ids])
