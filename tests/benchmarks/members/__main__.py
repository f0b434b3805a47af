"""Ask what members ask: `python -m tests.benchmarks.members FILE`.

FILE is `open` (`corpus/learning/members/open.jsonl`, from which confidence was learnt, so that its
figures flatter), `blind` (`blind.jsonl` beside this file) or a path to another file of that form. Each
question is asked twice, of its group's articles alone and among those of nine other groups.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.learning import members
from tests.benchmarks.members.asking import ask
from tests.benchmarks.members.figures import table

FILES = {
    "open": members.OPEN,
    "blind": Path(__file__).with_name("blind.jsonl"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Ask what members ask.")
    parser.add_argument("file", help="open, blind, or a path")
    parser.add_argument("--curve", type=Path, help="draw the calibration curve into this SVG file")
    args = parser.parse_args()
    path = FILES.get(args.file, Path(args.file))
    groups = members.read_groups(path)
    searches = members.Searches(groups)
    asked = {
        "alone": list(ask(searches, others=0)),
        "among others": list(ask(searches, others=members.searching.OTHERS)),
    }
    print(f"{path.name}: {len(groups)} groups")
    print(table(asked))
    if args.curve:
        from tests.benchmarks.members.curve import draw  # noqa: PLC0415

        args.curve.write_text(draw(asked), "utf-8")


if __name__ == "__main__":
    main()
