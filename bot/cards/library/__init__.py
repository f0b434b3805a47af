"""Cards that only moderators see."""
