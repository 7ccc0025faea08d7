"""Reads a PNG as far as tests need: eight bits a channel, with or without an alpha channel."""

from __future__ import annotations

import struct
import zlib


class Png:
    """A picture; `ink` counts what differs from the paper in a rectangle."""

    def __init__(self, content):
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        chunks = dict(self._chunks(content))
        self.width, self.height, depth, kind, *_, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
        assert (depth, interlaced) == (8, 0)
        self.channels = {2: 3, 6: 4}[kind]
        self._rows = list(self._unfiltered(zlib.decompress(chunks[b"IDAT"])))

    def _chunks(self, content):
        at, data = 8, b""
        while at < len(content):
            length, kind = struct.unpack(">I4s", content[at : at + 8])
            body = content[at + 8 : at + 8 + length]
            assert zlib.crc32(kind + body) == struct.unpack(">I", content[at + 8 + length : at + 12 + length])[0]
            data += body if kind == b"IDAT" else b""
            yield kind, body if kind != b"IDAT" else data
            at += 12 + length
        assert kind == b"IEND"

    def _unfiltered(self, data):
        width, step = self.width * self.channels, self.channels
        above = bytearray(width)
        for start in range(0, len(data), width + 1):
            kind, row = data[start], bytearray(data[start + 1 : start + 1 + width])
            for at in range(width):
                left = row[at - step] if at >= step else 0
                corner = above[at - step] if at >= step else 0
                row[at] = (row[at] + self._guess(kind, left, above[at], corner)) & 255
            yield bytes(row)
            above = row

    @staticmethod
    def _guess(kind, left, up, corner):
        if kind < 4:
            return (0, left, up, (left + up) // 2)[kind]
        near = left + up - corner
        return min((abs(near - left), 0, left), (abs(near - up), 1, up), (abs(near - corner), 2, corner))[2]

    def pixel(self, x, y):
        """The red, green and blue of a pixel."""
        return tuple(self._rows[y][x * self.channels : x * self.channels + 3])

    def ink(self, left, top, right, bottom):
        """How many pixels of a rectangle have not the colour of the picture's first pixel."""
        paper = self.pixel(0, 0)
        return sum(self.pixel(x, y) != paper for y in range(top, bottom) for x in range(left, right))
