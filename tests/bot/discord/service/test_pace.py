"""How often people may ask; time is moved by hand."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from bot.discord.errors import DeclinedError
from bot.discord.service.pace import BUSY, MOST_AT_ONCE, Pace


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [5.0]
    monkeypatch.setattr("bot.discord.service.pace.time.monotonic", lambda: now[0])
    return now


def test_a_person_waits_for_the_cooldown_and_no_longer(clock: list[float]) -> None:
    pace = Pace()
    pace.check(1, 7, 10)
    clock[0] += 8.5
    with pytest.raises(DeclinedError, match="again in 2 seconds"):
        pace.check(1, 7, 10)
    clock[0] += 1.0
    with pytest.raises(DeclinedError, match="again in a second"):
        pace.check(1, 7, 10)
    clock[0] += 0.5
    pace.check(1, 7, 10)


def test_asking_too_early_does_not_make_the_wait_longer(clock: list[float]) -> None:
    pace = Pace()
    pace.check(1, 7, 10)
    for _ in range(9):
        clock[0] += 1
        with pytest.raises(DeclinedError):
            pace.check(1, 7, 10)
    clock[0] += 1
    pace.check(1, 7, 10)


def test_nobody_waits_before_their_first_question(clock: list[float]) -> None:
    for clock[0] in (5.0, 911.7622234901372, 1_000_003.7):  # sums of these are rounded
        Pace().check(1, 7, 3_600)


def test_people_and_servers_do_not_wait_for_each_other(clock: list[float]) -> None:
    assert clock
    pace = Pace()
    for server, person in ((1, 7), (1, 8), (2, 7)):
        pace.check(server, person, 10)


def test_without_a_cooldown_nobody_waits(clock: list[float]) -> None:
    assert clock
    pace = Pace()
    for _ in range(3):
        pace.check(1, 7, 0)


def test_who_asked_long_ago_is_forgotten(clock: list[float]) -> None:
    pace = Pace()
    for person in range(100):
        pace.check(1, person, 10)
    clock[0] += 4000
    pace.check(1, 5, 10)
    assert len(pace._asked) == 1


def test_a_server_has_so_many_questions_in_hand_and_others_do_not_count() -> None:
    pace = Pace()
    with ExitStack() as turns:
        for _ in range(MOST_AT_ONCE):
            turns.enter_context(pace.turn(1))
        with pytest.raises(DeclinedError, match=BUSY[:20]), pace.turn(1):
            pass
        with pace.turn(2):
            pass
    with pace.turn(1):
        pass
    assert not pace._in_hand
