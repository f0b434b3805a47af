"""A word added to the lexicon's file is known to every part of the bot, and to each at once."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import corpus
from corpus.encoder import MODEL

PACKAGE = Path(corpus.__file__).parent

ASK = """
import json
from corpus import find_claims
from corpus.answering.asked_claims import read_asked_claims
from corpus.claims.finder import Attribution
from corpus.claims.stance import judge
from corpus.languages.english import sentences

said = "Zorg. Lee frobnicated the claim."
parts = ("Zorg. Lee", "frobnicated", "the claim")
spans = [(said.index(part), said.index(part) + len(part)) for part in parts]
stance = judge(said, Attribution(*((span,) for span in spans))).stance
text = (
    "Zorg. Ana Lee said the bridge was closed by the storm on Friday.\\n\\n"
    "Mayor Tom Hall frobnicated the claim that the bridge was closed by the storm on Friday."
)


class Given:
    def find(self, document):
        def span(words):
            return ((text.index(words), text.index(words) + len(words)),)

        return [
            Attribution(span("Zorg. Ana Lee"), span("said"), span("the bridge was closed by the storm on Friday")),
            Attribution(span("Mayor Tom Hall"), span("frobnicated"), span("the claim that the bridge was closed by the storm on Friday")),
        ]


claims = find_claims(text, Given())
shout = "“Stop!” Ana Lee frobnicated. It rained."
print(json.dumps({
    "sentences": len(sentences(said)),
    "sentences after a shout": len(sentences(shout)),
    "name": claims[0].source,
    "role": claims[0].role,
    "stance": stance.value,
    "asked source": sorted(read_asked_claims("What did Ana Lee frobnicate?").source),
    "asked stance": sorted(read_asked_claims("Who frobnicates it?").stances),
}))
"""


def told_by(package: Path, verb: str) -> dict[str, object]:
    """Run the questions above, with that verb, on a copy of the package."""
    ran = subprocess.run(
        [sys.executable, "-c", ASK.replace("frobnicate", verb)],
        cwd=package.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, object] = json.loads(ran.stdout)
    return told


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Copy the package, its networks as a link."""
    copy = tmp_path / "corpus"
    skipped = shutil.ignore_patterns("model", "__pycache__", "learning")
    shutil.copytree(PACKAGE, copy, ignore=skipped)
    (copy / MODEL.relative_to(PACKAGE)).symlink_to(MODEL)
    return copy


@pytest.mark.parametrize("verb", ["frobnicate", "frob-nicate"])
def test_a_made_up_verb_and_title_are_known_to_all(package: Path, verb: str) -> None:
    assert told_by(package, verb) == {
        "sentences": 2,
        "sentences after a shout": 3,
        "name": "Zorg",
        "role": None,
        "stance": "",
        "asked source": [],
        "asked stance": [],
    }
    lexicon = package / "languages/english/lexicon.toml"
    words = lexicon.read_text(encoding="utf-8")
    words = words.replace('denies = """\n', 'denies = """\n' + verb + " ", 1)
    words = words.replace('ranks = """\n', 'ranks = """\nzorg ', 1)
    lexicon.write_text(words, encoding="utf-8")
    assert told_by(package, verb) == {
        "sentences": 1,
        "sentences after a shout": 2,
        "name": "Ana Lee",
        "role": "Zorg.",
        "stance": "denies",
        "asked source": ["ana", "lee"],
        "asked stance": ["denies"],
    }
