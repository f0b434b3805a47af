"""What people are told when the database fails."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from corpus.errors import DatabaseError

DAMAGED_FILE = "The database file is damaged: restore it from a copy."
DAMAGED_SERVER = (
    "The PostgreSQL server found its files damaged: see its log, and restore them from a copy."
)

OTHER_TABLES = (
    "The database's tables are not those that this program makes: restore it from a copy, or name "
    "another database."
)

SENTENCES = {
    # SQLite's result codes: https://www.sqlite.org/rescode.html
    "SQLITE_NOTADB": "The database file is not a database, or is damaged: name another file, or restore it from a copy.",
    "SQLITE_CORRUPT": DAMAGED_FILE,
    "SQLITE_CANTOPEN": "The database file cannot be opened: check that its folder exists and may be written to.",
    "SQLITE_READONLY": "The database may not be written to: allow writing to its file and folder, or choose another place.",
    "SQLITE_BUSY": "The database is busy with another program: try again.",
    "SQLITE_FULL": "The disk is full: make room, then try again.",
    "SQLITE_IOERR": "The disk under the database failed: check it, then try again.",
    "SQLITE_ERROR": OTHER_TABLES,  # of SQL that is right elsewhere: no such table, or column
    # PostgreSQL's: https://www.postgresql.org/docs/current/errcodes-appendix.html
    "25006": "The PostgreSQL server lets this database be read only: name the address of one that may be written to.",
    "28P01": "The PostgreSQL server refuses the user name or password: check them in the database's address.",
    "28000": "The PostgreSQL server does not let this user in: check the user name in the database's address.",
    "3D000": "The PostgreSQL server has no database of that name: create it, or check the database's address.",
    "3F000": "The PostgreSQL user may not use this database's schema: grant it USAGE and CREATE on it.",
    "42501": "The PostgreSQL user may not make tables in this database: grant it CREATE on the schema.",
    "42P01": OTHER_TABLES,
    "42703": OTHER_TABLES,
    "42P07": OTHER_TABLES,
    "53100": "The PostgreSQL server's disk is full: make room, then try again.",
    "XX001": DAMAGED_SERVER,  # a page
    "XX002": DAMAGED_SERVER,  # an index
    "53300": "The PostgreSQL server has no connection free: allow it more, or run fewer programs.",
}

UNREACHABLE = "The database's server cannot be reached: check that it runs, and its host and port."
BUSY = "The database is too busy to answer: try again."
FAILED = "The database failed: see the log for what it said, then try again."


@contextmanager
def as_store_errors() -> Iterator[None]:
    """Turn a failure of the database into a DatabaseError of one sentence, without its secrets."""
    try:
        yield
    except DBAPIError as error:
        raise DatabaseError(_sentence(error.orig)) from error
    except sqlite3.Error as error:
        raise DatabaseError(_sentence(error)) from error
    except PoolTimeoutError as error:
        raise DatabaseError(BUSY) from error
    except OSError as error:
        raise DatabaseError(UNREACHABLE) from error


def _sentence(error: BaseException | None) -> str:
    """Find the sentence for an error's code; SQLite's may end in a detail (SQLITE_IOERR_READ)."""
    code = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
    name = "_".join(str(code).split("_")[:2])
    return SENTENCES.get(name, FAILED)
