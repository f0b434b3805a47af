"""`/library`: what moderators do, one file for each."""
