"""What moderators decide for their server: `/library settings` and `/library channel`."""
