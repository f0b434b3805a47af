"""Score who made each claim on our annotated news: `python -m tests.benchmarks.owners`."""

from __future__ import annotations

from argparse import ArgumentParser

from tests.benchmarks.owners.articles import HALVES, articles
from tests.benchmarks.owners.scoring import Score, score_article


def main() -> None:
    """Print the figures of one half; misses are for the open half alone, so that the other stays unread."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.owners")
    parser.add_argument("half", nargs="?", choices=HALVES, default="open")
    parser.add_argument("--list-misses", action="store_true")
    options = parser.parse_args()
    if options.list_misses and options.half != "open":
        parser.error("misses are listed for the open half only")
    score = Score()
    for article in articles(options.half):
        score.add(score_article(article))
    if options.list_misses:
        print(*score.misses, "", sep="\n")
    print(*score.lines(), sep="\n")


if __name__ == "__main__":
    main()
