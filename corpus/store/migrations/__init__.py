"""Migrations of the database, run by `corpus.store.schema` through Alembic."""
