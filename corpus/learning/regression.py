"""The two regressions that weights are fitted with: yes or no, and a choice among several.

Both punish large weights by `penalty` times the sum of their squares.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp, softmax
from sklearn.linear_model import LogisticRegression

Floats = NDArray[np.float64]


def fit_logistic(
    rows: Floats,
    outcomes: Sequence[bool],
    *,
    penalty: float,
    importance: Sequence[float] | None = None,
    with_bias: bool,
) -> tuple[Floats, float]:
    """Fit a logistic regression; return the weight of each column, and the bias (not punished).

    The bias is 0 unless `with_bias`. `importance` tells how much each row counts, 1 where not given.
    Raises ValueError where all outcomes are the same.
    """
    model = LogisticRegression(
        C=1 / (2 * penalty), fit_intercept=with_bias, solver="newton-cholesky"
    )
    model.fit(rows, outcomes, importance)
    return np.asarray(model.coef_[0]), float(np.ravel(model.intercept_)[0])


class Choice(NamedTuple):
    """Candidates of one question, a row each, the numbers of the right ones, and how much it counts."""

    rows: Floats
    right: list[int]
    importance: float


def fit_choice(choices: Sequence[Choice], *, penalty: float) -> Floats:
    """Fit a conditional logit (McFadden, 1974); return the weight of each column.

    The right candidates together get the greatest share of each question's softmax. scikit-learn has
    no such model: its regressions take each row alone, and pairs of rows would be another objective.
    """

    def loss(weights: Floats) -> tuple[float, Floats]:
        total = penalty * float(weights @ weights)
        slope = 2 * penalty * weights
        for rows, right, importance in choices:
            scores = rows @ weights
            total += importance * float(logsumexp(scores) - logsumexp(scores[right]))
            mean, wanted = softmax(scores) @ rows, softmax(scores[right]) @ rows[right]
            slope = slope + importance * (mean - wanted)
        return total, slope

    found = minimize(loss, np.zeros(choices[0].rows.shape[1]), jac=True, method="BFGS")
    return np.asarray(found.x)
