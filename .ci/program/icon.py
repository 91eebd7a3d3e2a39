#!/usr/bin/env python3
"""Draws the program's icon: a heat map of three stages by three items, in the tones of the screen.

    python3 .ci/program/icon.py FILE

Few colours, no smoothing: every edge lies on a whole dot at every size, and the bytes are the same everywhere.
"""

import struct
import sys

GROUND = (0x1B, 0x26, 0x31)
STRENGTH, MIXED, WEAK = (0x4D, 0xAF, 0x7C), (0xE8, 0xC1, 0x4E), (0xD9, 0x6C, 0x4F)
COLOURS = [GROUND, STRENGTH, MIXED, WEAK]
CELLS = [[1, 1, 2], [1, 2, 3], [1, 1, 1]]
SIZES = [16, 24, 32, 48, 64]


def picture(size):
    """The rows of one size, top first: a colour for each dot, None where nothing is."""
    edge, gap = size // 16, max(1, size // 16)
    cell = (size - 2 * edge - 4 * gap) // 3
    margin = (size - 3 * cell - 2 * gap) // 2
    corner = max(1, size // 16)
    rows = [[0] * size for _ in range(size)]
    for row in range(size):
        for column in range(size):
            if min(row, size - 1 - row) + min(column, size - 1 - column) < corner:
                rows[row][column] = None
    for down, line in enumerate(CELLS):
        for along, colour in enumerate(line):
            top, left = margin + down * (cell + gap), margin + along * (cell + gap)
            for row in range(top, top + cell):
                rows[row][left : left + cell] = [colour] * cell
    return rows


def bitmap(size):
    """A device-independent bitmap of sixteen colours and its mask, both from the last row up."""
    header = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 4, 0, 0, 0, 0, 16, 0)
    colours = b"".join(bytes([blue, green, red, 0]) for red, green, blue in COLOURS).ljust(64, b"\0")
    dots, mask = b"", b""
    for row in reversed(picture(size)):
        pairs = zip(row[::2], row[1::2], strict=True)
        line = bytes((left or 0) << 4 | (right or 0) for left, right in pairs)
        dots += line.ljust(-(-len(line) // 4) * 4, b"\0")
        bits = int("".join("1" if dot is None else "0" for dot in row), 2).to_bytes(size // 8, "big")
        mask += bits.ljust(-(-len(bits) // 4) * 4, b"\0")
    return header + colours + dots + mask


bitmaps = [bitmap(size) for size in SIZES]
icon, place = struct.pack("<HHH", 0, 1, len(SIZES)), 6 + 16 * len(SIZES)
for size, data in zip(SIZES, bitmaps, strict=True):
    icon += struct.pack("<BBBBHHII", size, size, 16, 0, 1, 4, len(data), place)
    place += len(data)
with open(sys.argv[1], "wb") as file:
    file.write(icon + b"".join(bitmaps))
