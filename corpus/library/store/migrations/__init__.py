"""Migrations of the database, run by `corpus.library.store.schema` through Alembic."""
