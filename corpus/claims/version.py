"""Which finder it is: stored claims that another one found are out of date.

Nobody has to remember a number: the version follows from all that decides what is found.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

PACKAGE = Path(__file__).parents[1]

FOLDERS = ("claims", "encoder", "languages")
"""Where the rules, the networks and the lexicon are."""

KINDS = frozenset([".json", ".npz", ".onnx", ".py", ".toml", ".txt"])

OTHERS = frozenset(["reader.onnx"])
"""Files there that find no claims: the network that reads answers."""


@cache
def finder_version(package: Path = PACKAGE) -> str:
    """Return 16 hexadecimal digits that are others as soon as what finds claims is another.

    They change with a comment in the code too: then claims are found anew for nothing, which costs
    some time in the background. Reads 23 MB the first time, in about 30 milliseconds.
    """
    digest = blake2b(digest_size=8)
    files = (file for folder in FOLDERS for file in (package / folder).rglob("*"))
    for file in sorted(each for each in files if each.suffix in KINDS):
        if file.name not in OTHERS:
            digest.update(f"{file.relative_to(package).as_posix()}\n".encode())
            digest.update(blake2b(file.read_bytes()).digest())
    return digest.hexdigest()
