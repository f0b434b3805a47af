"""Pages of a list, and the buttons that lead from one to the next."""

from __future__ import annotations

from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.kit.pager import page_of


@given(st.lists(st.integers(), max_size=40), st.integers(1, 9))
def test_every_item_stands_on_one_page(items: list[int], size: int) -> None:
    count = page_of(items, 0, size).count
    pages = [page_of(items, number, size) for number in range(count)]
    assert [item for page in pages for item in page.items] == items
    assert all(len(page.items) <= size for page in pages)


def test_a_number_beyond_the_last_page_gives_the_last() -> None:
    page = page_of("abcde", 7, 2)
    assert (page.items, page.number, page.of_pages) == ("e", 2, " · page 3 of 3")


def test_a_single_page_has_no_number_and_no_buttons() -> None:
    page = page_of("ab", 0, 2)
    assert (page.of_pages, page.turn(_button)) == ("", [])


def test_buttons_lead_to_the_pages_before_and_after() -> None:
    def turned(number: int) -> list[tuple[str | None, str | None]]:
        page = page_of("abcdef", number, 2)
        buttons = page.turn(_button, before="← Newer", after="Older →")
        return [(b.custom_id, b.label) for b in buttons if isinstance(b, ui.Button)]

    assert turned(0) == [("to 1", "Older →")]
    assert turned(1) == [("to 0", "← Newer"), ("to 2", "Older →")]
    assert turned(2) == [("to 1", "← Newer")]


def _button(number: int, label: str) -> ui.Button[ui.LayoutView]:
    return ui.Button(custom_id=f"to {number}", label=label)
