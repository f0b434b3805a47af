"""Write a file of questions again without those that the reader learnt from.

    python -m tests.benchmarks.held_out squad2.dev.jsonl > squad2.held.jsonl

All paragraphs stay, so that as much competes with what is sought. A file the reader never learnt
from, such as the news, needs none of this.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from corpus.learning.held_out import is_held_out_from_reader
from corpus.learning.questions import name_of


def main() -> None:
    path = Path(sys.argv[1])
    for line in path.read_text("utf-8").splitlines():
        article = json.loads(line)
        if not is_held_out_from_reader(name_of(path), article["article"]):
            article["questions"] = []
        print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main()
