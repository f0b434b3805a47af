"""Buttons and menus on the cards that only moderators see."""
