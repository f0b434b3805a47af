"""Files spoilt at random: whatever comes of one, it is an article or a refusal in a sentence.

python -m tests.corpus.reading.fuzzing [3000]   # says what came of so many
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from random import Random
from zipfile import BadZipFile, ZipFile

from corpus.article import Article
from corpus.errors import ReadingError
from corpus.reading import load_bytes
from corpus.reading.limits import MAX_CHARACTERS, MAX_PARAGRAPHS
from corpus.reading.worker_pool import TOO_HEAVY, TOO_SLOW
from tests.corpus.reading.formats.zipped import zipped
from tests.corpus.reading.kinds_of_files import files

SEED = 12

PIECES = (
    b"\x00", b"\xff", b"\x1b$B", b"\xfe\xff", b"<", b">", b"&", b"&#0;", b"<p>", b"</p>", b"<table><tr><td>",
    b"{", b"}", b"\\u-99999?", b"\\bin99999999 ", b"]]>", b"<![CDATA[", b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"\r\n\r\n", b"--=_b\r\n", b"Content-Type: multipart/mixed\r\n", b"=?utf-8?q?=FF?=", b"00:00:01,000 --> ",
    b"endobj", b"stream\r\n", b"/Length 99999999", b"xref", b"\xe2\x80\xae", b"9" * 50, b"x" * 3000,
)  # fmt: skip
"""What is put into files: marks of the formats, and what upsets decoders."""


def spoilt(body: bytes, random: Random) -> bytes:
    """Return a file with up to eight changes: bytes turned, pieces put in, doubled, cut out."""
    changed = bytearray(body)
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(changed) + 1)
        to = min(len(changed), at + random.randint(1, 2000))
        change = random.randrange(6)
        if change == 0 and at < len(changed):
            changed[at] = random.randrange(256)
        elif change == 1:
            changed[at:at] = random.choice(PIECES) * random.choice((1, 1, 1, 50, 1000))
        elif change == 2:
            changed[at:at] = changed[at:to]
        elif change == 3:
            del changed[at:to]
        elif change == 4:
            changed[at:to] = random.randbytes(to - at)
        elif random.random() < 0.2:
            del changed[at:]
    return bytes(changed)


def spoilt_inside(body: bytes, random: Random) -> bytes:
    """Return an archive with one of its files spoilt; another file as `spoilt` does."""
    try:
        with ZipFile(BytesIO(body)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except BadZipFile:
        return spoilt(body, random)
    name = random.choice(sorted(members))
    members[name] = spoilt(members[name], random)
    return zipped(members)


def spoilt_files(number: int) -> Iterator[tuple[str | None, bytes]]:
    """Yield so many spoilt files, changed alike each time, half of them without their names."""
    random = Random(SEED)  # noqa: S311 - no secret depends on it
    kinds = [(name, body) for name, body in files() if len(body) < 500_000]
    ways: tuple[Callable[[bytes, Random], bytes], ...] = (spoilt, spoilt_inside)
    for _ in range(number):
        name, body = random.choice(kinds)
        yield (name if random.random() < 0.5 else None), random.choice(ways)(body, random)


def outcome(name: str | None, body: bytes) -> str:
    """Read a file and say what came of it; raise AssertionError for an article that is none."""
    try:
        article = load_bytes(body, name=name).article
    except ReadingError as refusal:
        sentence = str(refusal)
    else:
        _check(article)
        return "read"
    assert sentence.endswith(".") or "news feed" in sentence, sentence
    return {TOO_SLOW: "too slow", TOO_HEAVY: "too heavy"}.get(sentence, "refused")


def _check(article: Article) -> None:
    assert 0 < len(article.paragraphs) <= MAX_PARAGRAPHS
    assert len(article.text) <= MAX_CHARACTERS + 2 * MAX_PARAGRAPHS
    assert article.title
    assert all(paragraph.text.strip() for paragraph in article.paragraphs)
    assert not any(ord(sign) < 32 for paragraph in article.paragraphs for sign in paragraph.text)


def main() -> None:
    """Fuzz as many files as the command line says."""
    counts: Counter[str] = Counter()
    for number, (name, body) in enumerate(spoilt_files(int(sys.argv[1])), 1):
        try:
            counts[outcome(name, body)] += 1
        except Exception as error:  # noqa: BLE001 - this is what fuzzing looks for
            counts[f"WRONG: {error!r} in file {number} ({name})"] += 1
    for what, count in counts.most_common():
        print(f"{count:5} {what}")  # noqa: T201


if __name__ == "__main__":
    main()
