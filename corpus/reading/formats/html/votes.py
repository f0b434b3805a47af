"""What two extractors take for the article of a page: each block has as many votes as took it.

Both are trafilatura's: its own rules, and its port of readability, which it keeps for comparison.
They know nothing of each other and go wrong on different pages.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from configparser import ConfigParser
from copy import deepcopy
from dataclasses import dataclass
from functools import cache

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.readability_lxml import Document as Readability
from trafilatura.settings import Document, use_config

from corpus.reading.formats.html.kept_elements import elements_kept
from corpus.reading.formats.html.page_blocks import numbers_in

_LEAST_TEXT = "50"
"""Characters below which trafilatura falls back to all text of the page. Its own 250 are more than
a short news item has."""

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Votes:
    """The numbers of the blocks that each extractor took."""

    trafilatura: frozenset[int]
    readability: frozenset[int]

    def agree_on(self, number: int) -> bool:
        """Tell whether both took a block."""
        return number in self.trafilatura and number in self.readability

    def for_block(self, number: int) -> int:
        """Count how many of the two took a block."""
        return (number in self.trafilatura) + (number in self.readability)


def votes(tree: HtmlElement) -> Votes:
    """Let both extractors read a page whose blocks are marked."""
    return Votes(_taken(_by_trafilatura, tree), _taken(_by_readability, tree))


def _taken(extract: Callable[[HtmlElement], Iterable[str]], tree: HtmlElement) -> frozenset[int]:
    """Return what an extractor takes: nothing where it fails, since the other one may not."""
    copied = deepcopy(tree)
    try:
        with elements_kept(copied):
            return numbers_in(extract(copied))
    except (ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        _LOGGER.debug("an extractor failed: %s", error)
        return frozenset()


@cache
def _settings() -> ConfigParser:
    settings: ConfigParser = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", _LEAST_TEXT)
    return settings


def _by_trafilatura(tree: HtmlElement) -> Iterable[str]:
    # Unless `fast`, it would compare itself with readability: that is done here, block by block.
    extracted = bare_extraction(tree, fast=True, include_comments=False, config=_settings())
    return extracted.body.itertext() if isinstance(extracted, Document) else ()


def _by_readability(tree: HtmlElement) -> Iterable[str]:
    return (Readability(tree).summary(),)
