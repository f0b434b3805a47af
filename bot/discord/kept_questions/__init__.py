"""The questions that are kept for moderators: `/library questions`."""
