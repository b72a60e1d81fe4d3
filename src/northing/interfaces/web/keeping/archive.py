"""How do the parts of a back-up become one file, and how is it known that they are all there?

A gzipped tar that any tool opens: `northing.json` (the heading), the parts, and last
`manifest.jsonl`, a line for each part with its size and SHA-256. It is written and read in one
go, a megabyte at a time, whatever its size.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import zip_longest
from pathlib import Path, PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, Self, cast

from northing.interfaces.web.keeping.facts import (
    FORM,
    NOT_READ,
    NOT_UNDERSTOOD,
    Heading,
    Part,
    Refusal,
    damaged,
    heading_of,
)

HEADING, MANIFEST = "northing.json", "manifest.jsonl"
AT_ONCE = 1 << 20
QUICK_ENOUGH = 6  # gzip: a third of the time of 9, for a few per cent more bytes
LONGEST_HEADING = 1 << 20
NAMES_OF_ONE = 2  # its own, and the one that keeps it still
BROKEN = (tarfile.TarError, zlib.error, EOFError, gzip.BadGzipFile, UnicodeError)
Take = Callable[[Part, IO[bytes] | None], None]


class Writer:
    """Adds parts to a back-up; `finish` says what they were."""

    def __init__(self, out: BinaryIO, heading: Heading) -> None:
        self._packed = gzip.GzipFile(fileobj=out, mode="wb", compresslevel=QUICK_ENOUGH, mtime=0)
        self._tar = tarfile.open(fileobj=self._packed, mode="w", format=tarfile.PAX_FORMAT)  # noqa: SIM115 - closed by finish
        self._lines = _spool()
        self._first: dict[tuple[int, int], str] = {}
        self._put(HEADING, heading.as_text().encode())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """What was not finished is left as it is: whoever asked for it throws it away."""
        self._lines.close()
        self._packed.fileobj = None  # type: ignore[assignment] # what closes it is not written

    def add(self, name: str, path: Path) -> Part:
        """The file as it is long now: what is added to it while it is read is left out."""
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            about = tarfile.TarInfo(name)
            about.size, about.mtime, about.mode = found.st_size, int(found.st_mtime), 0o600
            part = self._again(about, found) or self._read(about, file)
        self._tar.members.clear()  # type: ignore[attr-defined] # else each part stays in memory
        self._lines.write(part.as_line().encode())
        return part

    def finish(self) -> None:
        self._lines.seek(0, io.SEEK_END)
        about = tarfile.TarInfo(MANIFEST)
        about.size = self._lines.tell()
        self._lines.seek(0)
        self._tar.addfile(about, self._lines)
        self._tar.close()
        self._packed.close()

    def _again(self, about: tarfile.TarInfo, found: os.stat_result) -> Part | None:
        """A file that was met under another name before is named again, not read again."""
        if found.st_nlink <= NAMES_OF_ONE:
            return None
        first = self._first.setdefault((found.st_dev, found.st_ino), about.name)
        if first == about.name:
            return None
        about.type, about.linkname, about.size = tarfile.LNKTYPE, first, 0
        self._tar.addfile(about)
        return Part(about.name, 0, "", same_as=first)

    def _read(self, about: tarfile.TarInfo, file: IO[bytes]) -> Part:
        measured = _Measured(file)
        try:
            self._tar.addfile(about, cast("IO[bytes]", measured))
        except OSError as error:
            if error.errno:
                raise
            raise Refusal(
                f"{about.name} became shorter while it was read. Make the back-up again.", NOT_READ
            ) from error
        return Part(about.name, about.size, measured.digest.hexdigest())

    def _put(self, name: str, content: bytes) -> None:
        about = tarfile.TarInfo(name)
        about.size = len(content)
        self._tar.addfile(about, io.BytesIO(content))


class _Measured:
    """A file that is read and hashed in one go."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.digest = file, hashlib.sha256()

    def read(self, size: int = AT_ONCE) -> bytes:
        piece = self.file.read(size)
        self.digest.update(piece)
        return piece


def heading_in(path: Path) -> Heading:
    """What the back-up says of itself. Raises Refusal where it is none, or of a later form."""
    with _opened(path) as tar:
        return _heading(path, tar)


def read(path: Path, take: Take) -> int:
    """Give each part with its bytes to `take`, in order; how many bytes there were in all.

    Raises Refusal where the parts are not those of the manifest, at the latest after the last one.
    """
    total = 0
    with _spool() as found, _opened(path) as tar:
        _heading(path, tar)
        while (about := tar.next()) is not None:
            tar.members.clear()  # type: ignore[attr-defined] # else each part stays in memory
            if about.name == MANIFEST:
                _compare(path, found, cast("IO[bytes]", tar.extractfile(about)))
                _ends_here(path, tar)
                return total
            part = _taken(path, tar, about, take)
            found.write(part.as_line().encode())
            total += part.bytes
    raise damaged(str(path), "its end is missing")


def _taken(path: Path, tar: tarfile.TarFile, about: tarfile.TarInfo, take: Take) -> Part:
    _refuse_strange(path, about)
    if about.islnk():
        part = Part(about.name, 0, "", same_as=about.linkname)
        take(part, None)
        return part
    measured = _Measured(cast("IO[bytes]", tar.extractfile(about)))
    take(Part(about.name, about.size, ""), cast("IO[bytes]", measured))
    while measured.read():
        pass
    return Part(about.name, about.size, measured.digest.hexdigest())


def _refuse_strange(path: Path, about: tarfile.TarInfo) -> None:
    """Only files and their second names, and no name that leads elsewhere."""
    names = [about.name, *([about.linkname] if about.islnk() else [])]
    if not (about.isreg() or about.islnk()) or not all(map(_is_plain, names)):
        raise damaged(str(path), f"{about.name!r} has no place in a back-up")


def _is_plain(name: str) -> bool:
    place = PurePosixPath(name)
    return not place.is_absolute() and ".." not in place.parts and "\\" not in name and bool(name)


def _compare(path: Path, found: IO[bytes], manifest: IO[bytes]) -> None:
    found.seek(0)
    for one, other in zip_longest(found, manifest):
        if one != other:
            raise damaged(str(path), f"it does not hold what its manifest says: {_named(other)}")


def _named(line: bytes | None) -> str:
    return line.decode("utf-8", "replace").strip()[:300] if line else "a part that is not listed"


def _ends_here(path: Path, tar: tarfile.TarFile) -> None:
    """To the last byte, for the checksum of the whole stands behind it."""
    if tar.next() is not None:
        raise damaged(str(path), "something follows its manifest")
    rest = cast("IO[bytes]", tar.fileobj)
    while rest.read(AT_ONCE):
        pass


def _heading(path: Path, tar: tarfile.TarFile) -> Heading:
    first = tar.next()
    if first is None or first.name != HEADING or first.size > LONGEST_HEADING:
        raise Refusal(f"{path} is no back-up of Northing.", NOT_READ)
    text = cast("IO[bytes]", tar.extractfile(first)).read()
    try:
        return heading_of(text)
    except (KeyError, TypeError, ValueError) as error:
        raise Refusal(
            f"{path} is of a form that this version does not read (it reads form {FORM}). Restore "
            "it with the version of Northing that made it, or a newer one.",
            NOT_UNDERSTOOD,
        ) from error


@contextmanager
def _opened(path: Path) -> Iterator[tarfile.TarFile]:
    try:
        with gzip.open(path, "rb") as packed, _tar(cast("IO[bytes]", packed)) as tar:
            yield tar
    except BROKEN as error:
        raise damaged(str(path), str(error) or type(error).__name__) from error
    except FileNotFoundError as error:
        if error.filename != str(path):
            raise
        raise Refusal(f"{path} is not there.", NOT_READ) from error
    except (IsADirectoryError, PermissionError) as error:
        if error.filename != str(path):
            raise
        raise Refusal(f"{path} cannot be read: {error.strerror}.", NOT_READ) from error


def _tar(packed: IO[bytes]) -> AbstractContextManager[tarfile.TarFile]:
    return tarfile.open(fileobj=packed, mode="r|")


def _spool() -> IO[bytes]:
    return cast("IO[bytes]", SpooledTemporaryFile(max_size=AT_ONCE))
