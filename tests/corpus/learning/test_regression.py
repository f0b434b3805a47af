"""Both regressions find the weights that can be worked out by hand."""

from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("sklearn", reason="the extra `train` is not installed")

from corpus.learning.regression import Choice, fit_choice, fit_logistic

HARDLY_ANY = 1e-9
"""A penalty too small to show in what is found."""

ONES = np.ones((4, 1))
YES_THREE_TIMES = [True, True, True, False]


def test_a_chance_of_three_in_four_is_a_weight_of_log_three() -> None:
    weights, bias = fit_logistic(ONES, YES_THREE_TIMES, penalty=HARDLY_ANY, with_bias=False)
    assert weights.tolist() == pytest.approx([log(3)], abs=1e-4)
    assert bias == 0


def test_the_bias_costs_nothing_and_a_weight_does() -> None:
    weights, bias = fit_logistic(0 * ONES, YES_THREE_TIMES, penalty=100, with_bias=True)
    assert weights.tolist() == [0]
    assert bias == pytest.approx(log(3), abs=1e-4)
    weights, _ = fit_logistic(ONES, YES_THREE_TIMES, penalty=100, with_bias=False)
    assert 0 < weights[0] < 0.01


def test_a_row_counts_as_often_as_its_importance() -> None:
    weights, _ = fit_logistic(
        ONES[:2], [True, False], penalty=HARDLY_ANY, importance=[3, 1], with_bias=False
    )
    assert weights.tolist() == pytest.approx([log(3)], abs=1e-4)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.floats(-2, 2), st.floats(-2, 2), st.booleans()), min_size=2, max_size=20),
    st.floats(0.01, 2),
)
def test_at_the_weights_found_the_penalty_balances_the_errors(
    cases: list[tuple[float, float, bool]], penalty: float
) -> None:
    rows = np.array([case[:2] for case in cases])
    outcomes = [True, *(case[2] for case in cases[1:-1]), False]
    weights, _ = fit_logistic(rows, outcomes, penalty=penalty, with_bias=False)
    errors = np.array(outcomes) - 1 / (1 + np.exp(-rows @ weights))
    assert (rows.T @ errors).tolist() == pytest.approx((2 * penalty * weights).tolist(), abs=0.01)


def test_the_candidate_chosen_three_times_in_four_is_three_times_as_likely() -> None:
    two = np.array([[1.0], [0.0]])
    choices = [Choice(two, [0], 3.0), Choice(two, [1], 1.0)]
    weights = fit_choice(choices, penalty=HARDLY_ANY)
    assert weights.tolist() == pytest.approx([log(3)], abs=1e-4)


def test_any_of_several_right_candidates_will_do() -> None:
    rows = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])
    first, second = fit_choice([Choice(rows, [0, 1], 1.0)], penalty=0.1).tolist()
    assert first == pytest.approx(second)
    wrong = 1 / (1 + 2 * exp(first))
    assert wrong / 2 == pytest.approx(2 * 0.1 * first, abs=1e-4)
