"""Tests run without the settings of whoever runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from dotenv import dotenv_values

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def clear_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every setting that the example file names out of the environment."""
    for name in dotenv_values(EXAMPLE):
        monkeypatch.delenv(name, raising=False)
