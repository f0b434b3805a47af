"""Ask what members ask: `python -m tests.benchmarks.members FILE [--part tuning]`.

FILE is `open` (`corpus/learning/members/open.jsonl`), `blind` (`blind.jsonl` beside this file) or a
path to another file of that form. Of `open`, two groups in three were learnt from: `--part tuning` asks only those
of the third. Each question is asked twice, of its group's articles alone and among those of nine
other groups.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.learning import members
from corpus.learning.held_out import is_for_tuning
from tests.benchmarks.members.asking import ask
from tests.benchmarks.members.figures import table

FILES = {
    "open": Path(members.__file__).with_name("open.jsonl"),
    "blind": Path(__file__).with_name("blind.jsonl"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Ask what members ask.")
    parser.add_argument("file", help="open, blind, or a path")
    parser.add_argument("--part", choices=["all", "learning", "tuning"], default="all")
    parser.add_argument("--curve", type=Path, help="draw the calibration curve into this SVG file")
    args = parser.parse_args()
    path = FILES.get(args.file, Path(args.file))
    groups = [
        group
        for group in members.read_groups(path)
        if args.part == "all" or is_for_tuning(group.name) == (args.part == "tuning")
    ]
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
