"""How does something large leave while it is still being written?"""

from __future__ import annotations

import io
from typing import Any

from typing_extensions import override


class Pipe(io.RawIOBase):
    """What was written since somebody last took it: an archive that is never whole in memory."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    @override
    def writable(self) -> bool:
        return True

    @override
    def write(self, piece: Any) -> int:
        self.pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> bytes:
        found, self.pieces = b"".join(self.pieces), []
        return found
