"""Parse documents in separate processes, which can be stopped.

This is our own code, because multiprocessing and libraries on top of it (pebble) start the
main program's module again in each worker, which fails for scripts without a `__main__` guard and
for input from a pipe, and they watch the time from threads. Here the kernel enforces both limits:
timers and a memory limit that the worker sets for itself. Nothing of the main program runs.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass
from datetime import date
from threading import BoundedSemaphore
from typing import Any

from corpus.errors import ReadingError
from corpus.reading.draft import BlockKind, Draft, Hints, Offer, TextBlock
from corpus.reading.limits import PARSE_SECONDS

MAX_WORKERS = 2
"""Processes at once: one slow document does not hold up all servers, and memory stays bounded."""

DOCUMENTS_PER_WORKER = 100
"""After these a worker is replaced, so that no parser's leak adds up."""

_ENVIRONMENT = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""The environment variables that a worker gets: no token and no password among them."""

_TIMES_UP = (signal.SIGPROF, signal.SIGALRM)
"""The signals by which the kernel ends a worker that computes, or waits, for too long."""

TOO_SLOW = "It takes too long to read: hand over a smaller document, or paste the text."
TOO_HEAVY = "It cannot be read safely: hand over a simpler document, or paste the text."


@dataclass(slots=True)
class _Worker:
    """A process that parses one document after another."""

    process: subprocess.Popen[bytes]
    documents: int = 0

    @classmethod
    def start(cls) -> _Worker:
        """Start a process with this one's import paths; `-P` adds no directory to them."""
        kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        paths = os.pathsep.join(path or os.getcwd() for path in sys.path)  # noqa: PTH109
        return cls(
            subprocess.Popen(
                [sys.executable, "-P", "-m", "corpus.reading.worker_process"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**kept, "PYTHONPATH": paths, "OPENBLAS_NUM_THREADS": "1"},
            )
        )

    def ask(self, request: dict[str, Any], body: bytes) -> dict[str, Any] | None:
        """Return the answer to a request, or None where the process ended instead."""
        assert self.process.stdin  # noqa: S101 - both are pipes, see above
        assert self.process.stdout  # noqa: S101
        self.documents += 1
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n" + body)
            self.process.stdin.flush()
        except BrokenPipeError:
            return None
        answer: dict[str, Any] | None = json.loads(self.process.stdout.readline() or "null")
        return answer

    def is_usable(self) -> bool:
        """Tell whether the process waits for another document."""
        return self.documents < DOCUMENTS_PER_WORKER and self.process.poll() is None

    def stop(self) -> int:
        """End the process if it still runs, and return how it ended: minus a signal's number."""
        self.process.kill()
        self.process.communicate()
        return self.process.returncode


_idle: list[_Worker] = []
_places = BoundedSemaphore(MAX_WORKERS)


def parse_apart(parser: str, body: bytes, hints: Hints, seconds: int = PARSE_SECONDS) -> Draft:
    """Have a worker run the `parse` of a format's parser; see `fields_apart`."""
    return _draft(fields_apart(parser, body, hints, seconds))


def fields_apart(
    parser: str, body: bytes, hints: Hints, seconds: int = PARSE_SECONDS
) -> dict[str, Any]:
    """Have a worker run the `parse` of the module `parser`, for so many seconds of CPU time at most.

    Return the fields of the dataclass that it makes, as JSON has them.

    May be called from any thread; it blocks, so async code calls it in one. Raise ReadingError
    where the document is refused, takes too long, or needs too much memory.
    """
    request = {"parser": parser, "bytes": len(body), "hints": asdict(hints), "seconds": seconds}
    with _places:
        worker = _take_worker()
        try:
            answer = worker.ask(request, body)
        except BaseException:  # also an interrupt: nobody waits for this answer any more
            worker.stop()
            raise
        if answer is None:
            raise ReadingError(TOO_SLOW if -worker.stop() in _TIMES_UP else TOO_HEAVY)
        _idle.append(worker)
    if "refusal" in answer:
        raise ReadingError(answer["refusal"])
    fields: dict[str, Any] = answer["fields"]
    return fields


def _take_worker() -> _Worker:
    """Return an idle worker that still runs, or a new one."""
    while _idle:
        worker = _idle.pop()
        if worker.is_usable():
            return worker
        worker.stop()
    return _Worker.start()


@atexit.register
def stop_workers() -> None:
    """End the idle workers; one that is at work ends by itself when its document is done."""
    while _idle:
        _idle.pop().stop()


def _draft(fields: dict[str, Any]) -> Draft:
    """Make a draft of the plain values that a worker sent."""
    blocks = tuple(TextBlock(BlockKind(b["kind"]), b["text"]) for b in fields["blocks"])
    offers = tuple(Offer(o["title"], o["url"], _day(o["published"])) for o in fields["offers"])
    published, notes = _day(fields["published"]), tuple(fields["notes"])
    read = {"blocks": blocks, "published": published, "notes": notes, "offers": offers}
    return Draft(**{**fields, **read})


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
