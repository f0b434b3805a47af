"""Run migrations on the connection that `corpus.library.store.schema` hands over."""

from alembic import context

from corpus.library.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
