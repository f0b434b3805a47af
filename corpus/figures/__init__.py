"""Figures that articles give: who gives which of what, and which of them are of the same thing."""

from corpus.figures.figure import Figure, figures_in
from corpus.figures.grouping import grouped

__all__ = ["Figure", "figures_in", "grouped"]
