"""How sure the finder is of a claim: a logistic regression on what the network says of it."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from corpus.article import Span
from corpus.claims.learned.cues import Cue
from corpus.claims.learned.parts import Parts
from corpus.languages.english.lexicon import LEXICON

SPEECH = frozenset(LEXICON.forms(LEXICON.speech)) | {"according"}
"""Words that hardly ever do anything but attribute speech. Other cues ("wants", "is expected") are
vaguer: annotators often disagree whether they attribute anything, so they have a bar of their own."""

NEVER_SURER = 1e-4
"""Probabilities are kept this far from 0 and 1 before their logit is taken."""


QUOTED_BAR = 0.4
"""Confidence from which a quotation with a cue is a claim; it costs no F1 on the tuning month."""


class CandidateClaim(NamedTuple):
    """An attribution that may be one: its parts in characters, and what the network says of it."""

    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    saying: bool
    quoted: bool
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """Weighs a candidate's features. `python -m corpus.learning judge` writes it beside the model.

    A candidate below its bar is no claim.
    """

    weights: tuple[float, ...]
    bar: float
    saying_bar: float

    @classmethod
    def load(cls, path: Path) -> Judge:
        """Read what `save` wrote."""
        kept = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{**kept, "weights": tuple(kept["weights"])})

    def save(self, path: Path) -> None:
        """Write the few numbers as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    def confidence(self, candidate: CandidateClaim) -> float:
        """Return the probability, from 0 to 1, that the attribution is right as it stands."""
        score = sum(w * x for w, x in zip(self.weights, candidate.features, strict=True))
        return 1 / (1 + math.exp(-score))

    def accepts(self, candidate: CandidateClaim, confidence: float) -> bool:
        """Tell whether a candidate of this confidence is a claim.

        One that begins with a quotation mark needs less: quoted words are somebody's.
        """
        if candidate.quoted:
            return confidence >= QUOTED_BAR
        return confidence >= (self.saying_bar if candidate.saying else self.bar)


def is_speech(cue: str) -> bool:
    """Tell whether the words of a cue attribute speech."""
    return not SPEECH.isdisjoint(cue.lower().split())


def features(cue: Cue, parts: Parts, *, saying: bool, letters: int) -> tuple[float, ...]:
    """Return what a candidate is judged by: logits of its parts' chances, its kind, and a 1.

    `letters` is the content's length: a content of a word or two is rarely a claim.
    """
    return (
        logit(cue.chance),
        logit(parts.source_chance),
        logit(parts.content_chance),
        float(saying),
        float(parts.source is None),
        math.log1p(letters),
        1.0,
    )


def logit(chance: float) -> float:
    """Return the logarithm of the odds."""
    kept = min(max(chance, NEVER_SURER), 1 - NEVER_SURER)
    return math.log(kept / (1 - kept))
