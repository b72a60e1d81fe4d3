"""Which file inside the root does a path mean, and what are its bytes?"""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from northing.foundations.sources.opened import Opened, ReadOptions, UnreadableSource

LARGEST_FILE = 500 << 20


def relative_name(root: Path, path: Path) -> str:
    """The path as reports show it: relative to the root, forward slashes, never outside it."""
    inside = _inside(root, path)
    return path.name if inside.is_absolute() or ".." in inside.parts else inside.as_posix()


def opened(root: Path, path: Path, *, options: ReadOptions, largest: int = LARGEST_FILE) -> Opened:
    """The bytes of a file below the root, read once and hashed; raises `UnreadableSource`."""
    try:
        located = _located(root, path)
        content = _content(located, largest)
    except (OSError, RuntimeError, ValueError) as problem:
        raise UnreadableSource(
            f"The file cannot be opened ({type(problem).__name__}).",
            "Check its name and that you may read it.",
            value=path.name[:200],
        ) from None
    if not content:
        raise UnreadableSource("The file is empty.", "Check that this is the right file.")
    return Opened(relative_name(root, path), content, hashlib.sha256(content).hexdigest(), options)


def _inside(root: Path, path: Path) -> Path:
    """The path below the root; one that begins with the root, as `root.rglob` gives, may do so."""
    is_whole = path.is_absolute() or not os.path.exists(root / path)
    return path.relative_to(root) if is_whole and path.is_relative_to(root) else path


def _located(root: Path, path: Path) -> Path:
    """The real place of the file, every link followed."""
    base = root.resolve()
    located = (base / _inside(root, path)).resolve()
    if not located.is_relative_to(base):
        raise UnreadableSource(
            "The path leads out of the folder that may be read.",
            "Copy the file into that folder.",
            value=path.name[:200],
        )
    if not located.exists():
        raise UnreadableSource("There is no such file.", "Check its name.", value=path.name[:200])
    return located


def _content(located: Path, largest: int) -> bytes:
    found = located.stat()
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableSource("This is a folder or a device, not a file.", "Name a file in it.")
    with located.open("rb") as file:
        content = file.read(largest + 1) if found.st_size <= largest else b""
    if found.st_size > largest or len(content) > largest:
        raise UnreadableSource(
            f"The file is larger than {largest >> 20} MB.",
            "Split it, or take out what is not needed.",
        )
    return content
