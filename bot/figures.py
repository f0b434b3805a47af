"""Figures as they are shown, the same on Discord and in the terminal: a numbered table, and bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from bot.language import N_, gettext
from bot.wording import owner, shortened, voice
from corpus.figures import Figure, Group
from corpus.figures.grouping import sources_of

BARS_FROM = 3
"""Figures of the same thing of which bars are drawn, at least."""

ROWS_ON_A_PAGE = 5
"""Figures shown together: a phone's screen, or two."""

UNITS_BESIDE = 60
"""Pieces of articles looked in to tell whether a table goes with an answer, which should not wait."""

NO_FIGURES = N_("No figures found about that.")
BY_SOURCE = N_("Figures by source")
IN_THE_BEST = N_("in the paragraphs that match best")
OF_THE_SAME = N_("Figures of the same thing")
OF_OTHERS = N_("Figures of different things")

LONGEST_SENTENCE = 150
"""Characters of the sentence around a figure: three lines on a phone."""

WORDS_BEFORE = 60
"""Characters of a sentence kept before a figure that stands later than the cut."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a figure reaches: surely to `sure`, perhaps to `most`, which is infinite for "at least"."""

    sure: float
    most: float


@dataclass(frozen=True, slots=True)
class Page:
    """Figures shown together, numbered from `first`; all of the same thing where `is_group`."""

    figures: Sequence[Figure]
    first: int
    is_group: bool

    @property
    def numbered(self) -> Iterable[tuple[int, Figure]]:
        """The figures with their numbers."""
        return enumerate(self.figures, self.first)

    @property
    def has_bars(self) -> bool:
        """Whether bars tell more than the numbers: there are some, and all have one scale."""
        return self.is_group and len(self.figures) >= BARS_FROM


def pages_of(groups: Sequence[Group]) -> list[Page]:
    """Divide figures into pages; one of the same thing never stands beside one of another as if it was.

    The figures that nothing is put together with follow those that are.
    """
    pages: list[Page] = []
    first = 1
    alone = [group[0] for group in groups if len(group) == 1]
    together = [(group, True) for group in groups if len(group) > 1]
    for figures, is_group in [*together, (alone, False)]:
        for start in range(0, len(figures), ROWS_ON_A_PAGE):
            shown = figures[start : start + ROWS_ON_A_PAGE]
            pages.append(Page(shown, first, is_group))
            first += len(shown)
    return pages


def sources_differ(groups: Iterable[Group]) -> bool:
    """Tell whether at least two sources give a figure of the same thing."""
    return any(len(sources_of(group)) > 1 for group in groups)


def who_gives(figure: Figure) -> str:
    """Say whose a figure is: the name, with "probably " where that is not sure, or the article's own."""
    if figure.claim is None:
        return voice(figure.article, figure.paragraph)
    who = owner(figure.claim, figure.text)
    return who.caution + who.name


def via(figure: Figure) -> str:
    """Say through whom a figure came; "" where that is nobody."""
    passed_on = figure.claim.relays if figure.claim else ()
    return gettext("via {}").format(", ".join(passed_on)) if passed_on else ""


def when_said(figure: Figure) -> str:
    """Write when it was said, in the article's words; "" where it does not tell."""
    when = figure.claim.when if figure.claim else None
    return gettext("said {}").format(when) if when else ""


def stance_of(figure: Figure) -> str:
    """Write how its source stands to a figure; "" where no word tells."""
    return gettext(figure.claim.stance) if figure.claim else ""


def sentence_around(figure: Figure) -> str:
    """Write the sentence in which a figure stands, on one line; of a long one the part around it."""
    start, end = figure.sentence
    if end - start > LONGEST_SENTENCE and figure.thing[1] - start > LONGEST_SENTENCE - WORDS_BEFORE:
        cut = figure.text.find(" ", max(start, figure.number[0] - WORDS_BEFORE), figure.number[0])
        if cut >= 0:
            return shortened(f"… {figure.text[cut:end]}", LONGEST_SENTENCE)
    return shortened(figure.text[start:end], LONGEST_SENTENCE)


def extent_of(figure: Figure) -> Extent:
    """Return how far a figure reaches: "up to 10,000" is sure of nothing, "at least 1,500" has no end."""
    quantity = figure.quantity
    if quantity.most == inf:
        return Extent(quantity.least, inf)
    low, high = min(quantity.numbers), max(quantity.numbers)
    return Extent(0.0 if quantity.least == 0 else low, high)


def largest(figures: Iterable[Figure]) -> float:
    """Return the largest number written in some figures."""
    return max(max(figure.quantity.numbers) for figure in figures)


def described(page: Page) -> str:
    """Describe the bars in words, for who cannot see them."""
    return "; ".join(
        " ".join(filter(None, [figure.written, figure.thing_written, f"({_told(figure)})"]))
        for figure in page.figures
    )


def _told(figure: Figure) -> str:
    return ", ".join(filter(None, [who_gives(figure), stance_of(figure)]))
