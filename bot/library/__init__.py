"""Changing a server's library on a moderator's behalf: loading, removing, and who may."""
