"""Buttons on cards, one file each. All they need is in their ids, so they outlive a restart."""
