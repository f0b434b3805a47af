"""The bot on Discord. A feature's commands, cards and buttons stand in one folder: its room.

Imports run down, in this order: `client` (wires everything), the rooms, `kit/` (what several rooms
share), `service/` (what they may use of the running bot), `errors`. No room imports another.
"""
