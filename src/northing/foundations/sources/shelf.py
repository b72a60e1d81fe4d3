"""Where do the files lie that people handed in, and what may they be called?

A name that came from outside never becomes a place: bytes lie under ids, and the name they bear
where people read of them is made safe first.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from uuid import UUID

from northing.foundations.sources.opened import UnreadableSource

LONGEST_NAME = 120
_NOT_IN_NAMES = re.compile(r"[\\/:*?\"<>|#\[\]{}%&~$`']")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was put on the shelf: how much, and its digest."""

    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files of all organisations below one home, each organisation in a folder of its own."""

    home: Path

    def folder(self, organisation: UUID) -> Path:
        return self.home / "organisations" / str(organisation)

    def place(self, organisation: UUID, file: UUID) -> Path:
        return self.folder(organisation) / "files" / str(file)

    def keep(
        self, organisation: UUID, file: UUID, pieces: Iterable[bytes], *, largest: int
    ) -> Kept:
        """The bytes, whole or not at all. Raises `UnreadableSource` above `largest` bytes."""
        place = self.place(organisation, file)
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(f".{os.getpid()}.part")
        try:
            kept = _write(beside, pieces, largest)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)
        return kept

    def remove(self, organisation: UUID, file: UUID) -> None:
        self.place(organisation, file).unlink(missing_ok=True)

    def laid_out(self, organisation: UUID, file: UUID, root: Path, path: str) -> Path:
        """The file below `root` under its readable path: the same bytes, not a second copy."""
        target = root / path
        if not target.resolve().is_relative_to(root.resolve()):
            raise ValueError(f"{path!r} leads out of {root}.")
        target.parent.mkdir(parents=True, exist_ok=True)
        source = self.place(organisation, file)
        with suppress(OSError):
            os.link(source, target)
            return target
        target.write_bytes(source.read_bytes())
        return target


def _write(place: Path, pieces: Iterable[bytes], largest: int) -> Kept:
    digest, size = hashlib.sha256(), 0
    with place.open("xb") as file:
        for piece in pieces:
            size += len(piece)
            if size > largest:
                raise UnreadableSource(
                    f"The file is larger than {largest >> 20} MB.",
                    "Split it, or take out what is not needed.",
                )
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return Kept(digest.hexdigest(), size)


def safe_name(name: str) -> str:
    """What a file from outside may be called: one plain name, its ending kept, never a path.

    Control and format characters go (among them those that turn the direction of writing, which
    make `gpj.exe` read as `exe.jpg`), and so do the signs that patterns and evidence give meaning.
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    plain = "".join(sign if _is_plain(sign) else " " for sign in last)
    plain = " ".join(_NOT_IN_NAMES.sub("_", plain).split()).strip(" .")
    ending = PurePosixPath(plain).suffix[:12]
    stem = plain.removesuffix(ending).strip(" .") or "file"
    if _DEVICES.match(stem):
        stem = f"_{stem}"
    return f"{_shortened(stem)}{ending}"


def free_path(name: str, taken: Collection[str]) -> str:
    """The name, or the name with the first number that nobody bears, whatever its letters' case."""
    folded = {one.casefold() for one in taken}
    ending = PurePosixPath(name).suffix
    stem, free, number = name.removesuffix(ending), name, 2
    while free.casefold() in folded:
        free, number = f"{stem}-{number}{ending}", number + 1
    return free


def _is_plain(sign: str) -> bool:
    return not unicodedata.category(sign).startswith("C")


def _shortened(stem: str) -> str:
    """Cut by bytes, for file systems count these, and never within a letter."""
    return stem.encode()[:LONGEST_NAME].decode(errors="ignore").strip()
