"""The migrations, in order; to add one, see `corpus/store/schema.py`."""
