"""What Discord accepts, one file for each kind of object.

Discord ignores fields it does not know; these checks refuse them, so that a typo shows.
"""
