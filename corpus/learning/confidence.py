"""Learn how sure it is that a paragraph answers: `python -m corpus.learning confidence [FILE…]`.

Writes the judgement "holds" into the reader's network, and prints `LEARNT` and `BIAS` of
`corpus/answering/confidence.py`. FILEs are as `corpus.learning.members` describes, `members/open.jsonl`
where none is named. Every question is asked of its group's articles alone and among those of others.

Confidence is learnt with judgements of groups that "holds" was not learnt from, FOLDS in turn, and so
are the figures that are printed of what each of its pieces adds.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from corpus.answering.asked_claims import read_asked_claims
from corpus.answering.confidence import BY_HAND
from corpus.answering.evidence import EVIDENCE, OF_WORDS
from corpus.encoder import MODEL
from corpus.learning.held_out import fold
from corpus.learning.members import OPEN, MemberQuestion, Searches, read_groups
from corpus.learning.members.searching import OTHERS
from corpus.learning.reader.holds import Holds, fit_holds, write_holds
from corpus.learning.reader.states import StatefulReader
from corpus.learning.regression import Floats, fit_logistic

FOLDS = 8

IMPORTANCE = (1.0, 0.6, 0.4, 0.3, 0.3)
"""How much a question's paragraphs count for "holds", the best first; the first one matters most."""

PENALTY = 5.0
"""How much a weight's square costs; evidence is scaled to a standard deviation of 1 first."""

LOST = 0.04
"""Share of right answers that silence may cost, at which silence is told."""

LEARNT = tuple(name for name in EVIDENCE if name not in BY_HAND)

SPEAKERS = ("speaker", "elsewhere", "nowhere", "unsaid", "untold", "teller")
"""The pieces of evidence that claims give."""

PREMISES = ("around", "unnamed")
"""The pieces of evidence that tell whether what the question takes for granted stands here."""

ABLATIONS = {
    "words and relevance": (*OF_WORDS, "relevance"),
    "and margin": (*OF_WORDS, "relevance", "margin"),
    "and alike": (*OF_WORDS, "relevance", "margin", "alike"),
    "and kinds": (*OF_WORDS, "relevance", "margin", "alike", "fits", "misfits", "anything"),
    "and premises": tuple(name for name in LEARNT if name not in ("holds", *SPEAKERS)),
    "and speakers": tuple(name for name in LEARNT if name != "holds"),
    "everything": LEARNT,
    "everything but premises": tuple(name for name in LEARNT if name not in PREMISES),
    "everything but speakers": tuple(name for name in LEARNT if name not in SPEAKERS),
}


class Example(NamedTuple):
    """A question's paragraphs that were read, best first: evidence, states, and which answer."""

    group: str
    question: MemberQuestion
    evidence: Floats
    states: NDArray[np.float32]
    right: list[bool]


def main(arguments: Sequence[str]) -> None:
    """Learn from files, write the network and print the numbers as the file that holds them has them."""
    parser = argparse.ArgumentParser(
        prog="python -m corpus.learning confidence", description=__doc__
    )
    parser.add_argument("files", nargs="*", type=Path, help="groups of members' questions")
    parser.add_argument("--out", type=Path, default=MODEL)
    args = parser.parse_args(arguments)
    examples = [each for path in args.files or [OPEN] for each in examples_of(path)]
    judged = judged_in_turns(examples)
    for name, used in ABLATIONS.items():
        print(f"{name:28}", figures(judged, used))
    weights, bias = fit_confidence(judged, LEARNT)
    named = dict(zip(LEARNT, weights.round(3).tolist(), strict=True))
    print("corpus/answering/confidence.py: LEARNT =", named)
    print(f"corpus/answering/confidence.py: BIAS = {bias:.3f}")
    write_holds(holds_of(examples), args.out / "reader.onnx")


def examples_of(path: Path) -> Iterator[Example]:
    """Ask all questions of a file; those for which nothing is read teach nothing."""
    reader = StatefulReader()
    searches = Searches(read_groups(path))
    for others in (0, OTHERS):
        for group, corpus in searches.corpora(others, reader):
            for question in group.questions:
                search = corpus.prepare(question.text)
                if search.has_only_stop_words:
                    continue
                asked_claims = read_asked_claims(question.text)
                ranked = corpus.rank(search, corpus.find(search), asked_claims).paragraphs
                read = [each for each in ranked if each.reading and each.evidence is not None]
                if not read:
                    continue
                yield Example(
                    group.name,
                    question,
                    np.array([each.evidence for each in read]),
                    np.array(
                        [
                            reader.states[search.question.text, each.reading.pieces]
                            for each in read
                            if each.reading
                        ]
                    ),
                    [
                        (each.candidate.article_id, each.candidate.paragraph) in question.right
                        for each in read
                    ],
                )


def holds_of(examples: Sequence[Example]) -> Holds:
    """Learn "holds" from the best paragraphs of each question."""
    count = len(IMPORTANCE)
    return fit_holds(
        np.concatenate([each.states[:count] for each in examples]),
        [right for each in examples for right in each.right[:count]],
        [weight for each in examples for weight, _ in zip(IMPORTANCE, each.right, strict=False)],
    )


def judged_in_turns(examples: Sequence[Example]) -> list[Example]:
    """Judge every group by what was learnt from groups of other folds."""
    judged = []
    for part in range(FOLDS):
        holds = holds_of([each for each in examples if fold(each.group, FOLDS) != part])
        for each in examples:
            if fold(each.group, FOLDS) == part:
                evidence = each.evidence.copy()
                evidence[:, EVIDENCE.index("holds")] = holds(each.states)
                judged.append(each._replace(evidence=evidence))
    return judged


def fit_confidence(judged: Sequence[Example], used: Sequence[str]) -> tuple[Floats, float]:
    """Learn to tell whether the best paragraph answers; return the weights of `used`, and the bias."""
    rows = np.array([_first(each, used) for each in judged])
    scale = rows.std(axis=0) + 1e-9
    outcomes = [each.right[0] for each in judged]
    weights, bias = fit_logistic(rows / scale, outcomes, penalty=PENALTY, with_bias=True)
    return weights / scale, bias


def figures(judged: Sequence[Example], used: Sequence[str]) -> str:
    """Tell how well confidence, learnt in turns, tells answered questions from those near a topic."""
    sure = np.zeros(len(judged))
    for part in range(FOLDS):
        learnt = [each for each in judged if fold(each.group, FOLDS) != part]
        weights, bias = fit_confidence(learnt, used)
        for row, each in enumerate(judged):
            if fold(each.group, FOLDS) == part:
                sure[row] = _first(each, used) @ weights + bias
    near = np.array([each.question.kind.startswith("near-") for each in judged])
    answered = np.array([each.question.is_answered for each in judged])
    right = np.array([each.right[0] for each in judged])
    auroc = roc_auc_score(answered[answered | near], sure[answered | near])
    silent = np.mean(sure[near] < np.quantile(sure[right], LOST))
    return f"AUROC {auroc:.3f}, near-topic silent {silent:.3f} at {LOST:.0%} lost"


def _first(example: Example, used: Sequence[str]) -> Floats:
    return np.asarray(example.evidence[0, [EVIDENCE.index(name) for name in used]])
