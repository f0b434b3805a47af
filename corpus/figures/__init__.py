"""Figures that articles give: who gives which of what, and which of them are of the same thing."""

from corpus.figures.figure import Figure, figures_in
from corpus.figures.grouping import Found, Group, grouped, sources_of

__all__ = ["Figure", "Found", "Group", "figures_in", "grouped", "sources_of"]
