"""What learns weights is no part of what people install."""

import tomllib
from pathlib import Path

import corpus.learning

ROOT = Path(__file__).parents[3]


def test_the_wheel_leaves_out_the_folder_where_weights_are_learnt() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    folder = Path(corpus.learning.__path__[0]).relative_to(ROOT).as_posix()
    assert folder in project["tool"]["hatch"]["build"]["targets"]["wheel"]["exclude"]
