"""Record today's answers as the golden ones: `python -m tests.golden.accept`, then read the diff."""

from __future__ import annotations

from dataclasses import replace

from tests.golden.answering import answer_to
from tests.golden.recorded import FOLDER, all_files


def accept() -> None:
    """Write every file in `questions/` anew, with the answers that are given now."""
    for file in all_files():
        answered = replace(file, cases=tuple(case.answered(answer_to(case)) for case in file.cases))
        (FOLDER / file.name).write_text(answered.text(), "utf-8")


if __name__ == "__main__":
    accept()
