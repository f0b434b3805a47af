"""Pages: a long list is shown a page at a time, with buttons to the pages before and after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Generic, TypeVar

from bot.discord.kit.button import NO_ID, CardButton
from bot.discord.kit.card import Card, Part
from bot.discord.kit.sending import replace
from bot.discord.service import Interaction
from bot.language import N_, gettext

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListPage(Generic[T]):
    """A page of a list; `number` counts from 0, and `count` is how many pages there are."""

    items: Sequence[T]
    number: int
    count: int

    @property
    def of_pages(self) -> str:
        """Which page it is, to stand after a heading: " · page 2 of 3"; nothing for a single one."""
        if self.count == 1:
            return ""
        return " · " + gettext("page {} of {}").format(self.number + 1, self.count)

    def turn(
        self,
        button: Callable[[int, str], Part],
        *,
        before: str = N_("← Back"),
        after: str = N_("More →"),
    ) -> list[Part]:
        """Make the buttons to the pages before and after, from a page's number and a label."""
        to_before = [button(self.number - 1, gettext(before))] if self.number > 0 else []
        to_after = [button(self.number + 1, gettext(after))] if self.number + 1 < self.count else []
        return [*to_before, *to_after]


def page_of(items: Sequence[T], number: int, size: int) -> ListPage[T]:
    """Take page `number`, from 0, of a list with `size` on a page; the last for one beyond it."""
    count = max(ceil(len(items) / size), 1)
    number = min(number, count - 1)
    return ListPage(items[number * size : (number + 1) * size], number, count)


class PageButton(CardButton, template=NO_ID):
    """Turns the page: another page takes the place of the card. A kind says how to make that."""

    async def press(self, interaction: Interaction) -> None:
        """Turn the page."""
        await replace(interaction, await self.make_card(interaction))

    async def make_card(self, interaction: Interaction) -> Card:
        """Make the page that the button leads to."""
        raise NotImplementedError
