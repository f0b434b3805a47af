"""The styles of a Word document: what they are called, and what they hide or raise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from corpus.reading.office import attribute, child, is_on
from corpus.reading.zipped import local_name

_MOST_ANCESTORS = 20
"""How many styles one may be based on in turn; a circle of them ends here."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text looks; what is None is left to its style."""

    hidden: bool | None = None
    raised: bool | None = None

    def over(self, below: Look) -> Look:
        """Return this look laid over the one below it."""
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.raised if self.raised is None else self.raised,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style's name in lower case ("heading 1"), and how its text looks."""

    name: str = ""
    look: Look = Look()


def look_of(properties: etree._Element | None) -> Look:
    """Read the run properties (`w:rPr`) themselves, without the style that they name."""
    vanish = child(properties, "vanish")
    align = attribute(child(properties, "vertAlign"), "val")
    return Look(
        None if vanish is None else is_on(vanish), None if align is None else align == "superscript"
    )


def read_styles(root: etree._Element) -> Mapping[str, Style]:
    """Read the styles of `styles.xml` by their ids, each with what it takes over from others."""
    elements = {
        attribute(element, "styleId") or "": element
        for element in root
        if local_name(element) == "style"
    }
    return {identifier: _resolve(identifier, elements) for identifier in elements}


def _resolve(identifier: str, elements: Mapping[str, etree._Element]) -> Style:
    name = (attribute(child(elements[identifier], "name"), "val") or "").lower()
    look = Look()
    for _ in range(_MOST_ANCESTORS):
        element = elements.get(identifier)
        if element is None:
            break
        look = look.over(look_of(child(element, "rPr")))
        identifier = attribute(child(element, "basedOn"), "val") or ""
    return Style(name, look)
