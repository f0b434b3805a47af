"""Score the claim finder on our annotated examples: `python -m tests.benchmarks.claims`.

A found claim answers an annotated one if their contents share a word; each answers at most one. The
spans of a part are strictly right if they cover the same words, "that" at the start of a content
aside. Who, relays and stance are scored
on the claims answered, as shares of all annotated ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.article import Span
from corpus.claims import Claim, find_claims
from tests.corpus.claims.annotated import Example, Expected, examples

WORD = re.compile(r"\w+")
MEASURES = ("found", "source", "cue", "content", "all spans", "who", "role", "relays", "stance")


def words_in(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Return where the words begin that stand in `spans` of `text`, "that" at their start left out."""
    words = [word for span in spans for word in WORD.finditer(text, *span)]
    if words and words[0].group() == "that":
        words = words[1:]
    return frozenset(word.start() for word in words)


def pairs(example: Example, claims: Sequence[Claim]) -> list[tuple[Expected, Claim]]:
    """Lay found claims beside annotated ones, those that share the most words first."""
    text = example.text
    shared = sorted(
        (
            (-_likeness(text, expected, claim), n, m)
            for n, expected in enumerate(example.claims)
            for m, claim in enumerate(claims)
        ),
    )
    left, right = set(range(len(example.claims))), set(range(len(claims)))
    chosen: list[tuple[Expected, Claim]] = []
    for likeness, n, m in shared:
        if likeness < 0 and n in left and m in right:
            chosen.append((example.claims[n], claims[m]))
            left.remove(n)
            right.remove(m)
    return chosen


def _likeness(text: str, expected: Expected, claim: Claim) -> float:
    """Return how alike the contents are, from 0 to 1, and 1 more where the cues share a word."""
    ours, theirs = words_in(text, expected.content), words_in(text, claim.spans.content)
    if not ours & theirs:
        return 0
    same_cue = bool(words_in(text, expected.cue) & words_in(text, claim.spans.cue))
    return len(ours & theirs) / len(ours | theirs) + same_cue


def right(text: str, expected: Expected, claim: Claim) -> dict[str, bool]:
    """Tell of each measure whether `claim` is right by it."""
    spans = claim.spans
    parts = {
        "source": words_in(text, expected.source) == words_in(text, spans.source),
        "cue": words_in(text, expected.cue) == words_in(text, spans.cue),
        "content": words_in(text, expected.content) == words_in(text, spans.content),
    }
    return {
        "found": True,
        **parts,
        "all spans": all(parts.values()),
        "who": expected.who == claim.source,
        "role": expected.role == claim.role,
        "relays": expected.relays == claim.relays,
        "stance": expected.stance == claim.stance,
    }


def main() -> None:
    """Print a table: for each subject the share of annotated claims that are right, in per cent."""
    scores: dict[str, Counter[str]] = {}
    for example in examples():
        claims = find_claims(example.text)
        for subject in (example.name.partition(":")[0], "all"):
            counts = scores.setdefault(subject, Counter())
            counts["annotated"] += len(example.claims)
            counts["given"] += len(claims)
            for expected, claim in pairs(example, claims):
                counts.update(m for m, ok in right(example.text, expected, claim).items() if ok)
    print(f"| | annotated | given | {' | '.join(MEASURES)} |")
    print("|---|" + "--:|" * (len(MEASURES) + 2))
    for subject, counts in sorted(scores.items(), key=lambda item: item[0] == "all"):
        shares = " | ".join(f"{counts[m] / counts['annotated']:.0%}" for m in MEASURES)
        print(f"| {subject} | {counts['annotated']} | {counts['given']} | {shares} |")


if __name__ == "__main__":
    main()
