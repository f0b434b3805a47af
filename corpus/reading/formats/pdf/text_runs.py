"""The runs of text that a PDF's page shows, in its order, where each stands and how large it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Any

from pypdf import PageObject

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st"}
"""Letters that a PDF stores as one sign; the word is the same."""

_TURN = 15
"""Degrees to which the angles of text are rounded; a scan that lies a little askew stays upright."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text in one font, where it begins: points, y upwards; its angle in degrees."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    rise: float
    angle: int

    @property
    def across(self) -> float:
        """Where it begins along its line."""
        angle = radians(self.angle)
        return self.x * cos(angle) + self.y * sin(angle)

    @property
    def height(self) -> float:
        """Where its line stands, seen as its letters are upright."""
        angle = radians(self.angle)
        return self.y * cos(angle) - self.x * sin(angle)


def runs_by_line(page: PageObject) -> list[list[Run]]:
    """Return a page's runs, those of one line and one angle together."""
    collector = _Collector()
    page.extract_text(visitor_text=collector.take, visitor_operand_before=collector.watch)
    return collector.lines


@dataclass(slots=True)
class _Collector:
    """Takes the runs of text that pypdf finds on a page and puts them together to lines."""

    lines: list[list[Run]] = field(default_factory=list)
    open: bool = False
    rise: float = 0.0
    shown_rise: float = 0.0

    def watch(self, operator: bytes, operands: Any, _cm: Any, _tm: Any) -> None:
        """Take note of how much text is raised when it is shown (`Ts`, ISO 32000-1, 9.3.7)."""
        if operator == b"Ts":
            self.rise = float(operands[0]) if operands and _is_number(operands[0]) else 0.0
        elif operator in {b"Tj", b"TJ", b"'", b'"'}:
            self.shown_rise = self.rise

    def take(
        self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float
    ) -> None:
        """Take one run: pypdf's `visitor_text` (its "Extract Text" page gives the arguments)."""
        angle = _angle(cm, tm)
        for position, part in enumerate(text.split("\n")):
            if position or (self.open and part.strip() and self.lines[-1][-1].angle != angle):
                self.open = False
            if part.strip():
                if not self.open:
                    self.lines.append([])
                    self.open = True
                scale = hypot(tm[2], tm[3]) * hypot(cm[2], cm[3])
                self.lines[-1].append(
                    Run(
                        part.translate(_LIGATURES),
                        tm[4] * cm[0] + tm[5] * cm[2] + cm[4],
                        tm[4] * cm[1] + tm[5] * cm[3] + cm[5],
                        abs(size) * scale,
                        "bold" in str((font or {}).get("/BaseFont", "")).lower(),
                        self.shown_rise * scale,
                        angle,
                    )
                )
            elif self.open and part:
                last = self.lines[-1].pop()
                self.lines[-1].append(replace(last, text=last.text + part))


def _is_number(operand: Any) -> bool:
    return isinstance(operand, (int, float))


def _angle(cm: Sequence[float], tm: Sequence[float]) -> int:
    """Return the direction in which text runs, in degrees against the clock, rounded."""
    across, up = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
    return round(degrees(atan2(up, across)) / _TURN) * _TURN % 360
