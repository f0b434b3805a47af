"""Each command runs; those that need no PyTorch learn from a small file of questions of our own."""

import ast
import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="the extra `train` is not installed")

from corpus.answering.confidence import BY_HAND, LEARNT
from corpus.answering.evidence import EVIDENCE
from corpus.answering.ranking import WEIGHTS as RANKING
from corpus.answering.topicality import WEIGHTS as TOPICALITY
from corpus.encoder import MODEL
from corpus.learning import confidence, ranking, topicality
from corpus.learning.__main__ import COMMANDS
from corpus.learning.held_out import is_held_out_from_reader, is_in_learning_half
from corpus.learning.members import OPEN

TOWNS = ["Osterby", "Sandholm", "Kirkvik", "Lundhavn"]


def entry(name: str, town: str) -> dict[str, object]:
    paragraphs = [
        f"The council of {town} spoke of the ferry and its passengers on Monday.",
        f"The ferry left {town} at noon with 212 passengers.",
        f"The night market of {town} moves to the quay.",
    ]
    questions = [
        {"q": f"How many passengers left {town} on the ferry?", "gold": [1]},
        {"q": f"Where does the night market of {town} move?", "gold": [2]},
    ]
    return {
        "article": name,
        "title": f"News of {town}",
        "corpus": "towns",
        "paragraphs": paragraphs,
        "questions": [question | {"unanswerable": False} for question in questions],
    }


def file_of(folder: Path, is_learnt_from: Callable[[str], bool]) -> str:
    names = [name for name in map(str, range(99)) if is_learnt_from(name)]
    path = folder / "own.jsonl"
    entries = [entry(name, town) for name, town in zip(names, TOWNS, strict=False)]
    path.write_text("".join(f"{json.dumps(each)}\n" for each in entries), "utf-8")
    return str(path)


def printed(line: str, head: str) -> dict[str, float]:
    assert line.startswith(head)
    weights: dict[str, float] = ast.literal_eval(line.removeprefix(head))
    return weights


@pytest.mark.parametrize("module", COMMANDS.values())
def test_every_command_has_a_module(module: str) -> None:
    assert find_spec(module)


def test_ranking_learns_a_weight_for_each_feature_that_is_weighed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ranking.main([file_of(tmp_path, is_in_learning_half)])
    weights = printed(capsys.readouterr().out, "corpus/answering/ranking.py: WEIGHTS = ")
    assert list(weights) == list(RANKING)
    assert weights["sentence"] > 0, "what holds the question's words in one sentence answers it"


def test_topicality_learns_to_trust_the_reader(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topicality.main([file_of(tmp_path, lambda name: is_held_out_from_reader("own", name))])
    in_ranking, weights, rest = capsys.readouterr().out.splitlines()
    assert float(in_ranking.removeprefix("corpus/answering/ranking.py: RELEVANCE = ")) > 0
    named = printed(weights, "corpus/answering/topicality.py: WEIGHTS = ")
    assert list(named) == list(TOPICALITY)
    head = "corpus/answering/topicality.py: RELEVANCE = "
    assert float(rest.removeprefix(head).split(", BIAS = ")[0]) > 0


def test_confidence_learns_what_is_there_and_writes_it_into_the_network(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    groups = [json.loads(line) for line in OPEN.read_text("utf-8").splitlines()[:3]]
    for group in groups:
        group["questions"] = group["questions"][::3]
    file = tmp_path / "few.jsonl"
    file.write_text("\n".join(map(json.dumps, groups)), "utf-8")
    network = tmp_path / "reader.onnx"
    network.write_bytes((MODEL / "reader.onnx").read_bytes())
    confidence.main([str(file), "--out", str(tmp_path)])
    *_, weights, _ = capsys.readouterr().out.splitlines()
    learnt = printed(weights, "corpus/answering/confidence.py: LEARNT = ")
    assert list(learnt) == list(LEARNT)
    assert {*learnt, *BY_HAND} == {*EVIDENCE}
    assert network.read_bytes() != (MODEL / "reader.onnx").read_bytes()
