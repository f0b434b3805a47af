"""Every weight that the product uses is learnt here. Not in the wheel; nothing else imports this.

The README beside this file tells which data, which command, and which weights it makes.
"""
