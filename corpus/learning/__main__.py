"""Learn weights: `python -m corpus.learning COMMAND …`; README.md lists the commands."""

from __future__ import annotations

import argparse
import logging
import sys
from importlib import import_module

COMMANDS = {
    "finder": "corpus.learning.finder.train",
    "judge": "corpus.learning.finder.judge",
    "reader": "corpus.learning.reader.train",
    "ranking": "corpus.learning.ranking",
    "antecedents": "corpus.learning.antecedents",
    "topicality": "corpus.learning.topicality",
    "confidence": "corpus.learning.confidence",
    "other_side": "corpus.learning.other_side.learn",
    "first_names": "corpus.learning.first_names",
}
"""The module of each command. Only that one is imported: only finder and reader need PyTorch."""


def main() -> None:
    """Run one command with the arguments that follow its name."""
    parser = argparse.ArgumentParser(prog="python -m corpus.learning", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    command = parser.parse_args(sys.argv[1:2]).command
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    import_module(COMMANDS[command]).main(sys.argv[2:])


if __name__ == "__main__":
    main()
