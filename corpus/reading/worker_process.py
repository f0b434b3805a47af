"""The process that parses: `python -m corpus.reading.worker_process`, started by `worker_pool`.

It reads requests from its standard input and answers on its standard output. A request is one line
of JSON and then the document's bytes; an answer is one line of JSON. It ends when its input does,
so it never outlives the program that started it by more than one document's time limit.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import signal
import sys
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from typing import BinaryIO

from corpus.errors import ReadingError
from corpus.reading.draft import Hints
from corpus.reading.limits import WORKER_BYTES

WAITS = 10
"""How many times the seconds of computing may pass on the clock: a busy machine's share."""

DAMAGED = "It could not be read: it may be damaged, so save it again or paste the text."


def main() -> None:
    """Answer requests until the input ends."""
    _limit_memory()
    logging.disable()  # parsers warn about every odd file
    requests, answers = sys.stdin.buffer, _take_output()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it at once, without a trace
    while header := requests.readline():
        request = json.loads(header)
        body = requests.read(request["bytes"])
        _limit_time(request["seconds"])
        answer = _answer(request["parser"], body, Hints(**request["hints"]))
        _limit_time(0)
        answers.write(json.dumps(answer, default=str).encode() + b"\n")
        answers.flush()


def _limit_time(seconds: int) -> None:
    """Have the kernel end this process, whatever it does, after so many seconds; never for 0.

    They are seconds of computing, so that a busy machine refuses no document that an idle one
    reads. A process that waits for something computes nothing, and is ended by the clock.
    """
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.alarm(seconds * WAITS)


def _limit_memory() -> None:
    """Make allocations fail beyond the limit; macOS knows the limit but does not keep to it."""
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (WORKER_BYTES, WORKER_BYTES))


def _take_output() -> BinaryIO:
    """Keep standard output for answers: what a parser prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
    return answers


def _answer(parser: str, body: bytes, hints: Hints) -> dict[str, object]:
    """Parse, and return the fields of what was made, or the sentence that says why there is none."""
    try:
        return {"fields": asdict(import_module(parser).parse(body, hints))}
    except ReadingError as refusal:
        return {"refusal": str(refusal)}
    except MemoryError:
        raise  # what is left of this process cannot be trusted with another document
    except Exception:  # noqa: BLE001 - parsers fail in every way on damaged files
        return {"refusal": DAMAGED}


if __name__ == "__main__":
    main()
