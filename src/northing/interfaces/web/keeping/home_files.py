"""Which files of an installation's home are kept, and how do they lie still while they are read?"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

DERIVED = frozenset({"static", "backups"})
LEFT_OUT = frozenset({"secret-key"})
UNFINISHED = ".part"
BESIDE_SQLITE = ("", "-wal", "-shm", "-journal")


def kept_files(home: Path, database: Path | None) -> Iterator[str]:
    """Relative paths, in order: neither the database, nor what is made anew, nor the secret.

    What begins with a dot at the top is somebody's working place. Links are not followed.
    """
    without = {f"{database}{end}" for end in BESIDE_SQLITE} if database else set()
    for entry in sorted(os.scandir(home), key=lambda one: one.name):
        if entry.name in DERIVED | LEFT_OUT or entry.name.startswith("."):
            continue
        for path in _files_below(entry):
            if path not in without and not path.endswith(UNFINISHED):
                yield Path(path).relative_to(home).as_posix()


def _files_below(entry: os.DirEntry[str]) -> Iterator[str]:
    if entry.is_file(follow_symlinks=False):
        yield entry.path
    elif entry.is_dir(follow_symlinks=False):
        with suppress(FileNotFoundError), os.scandir(entry.path) as inner:
            for one in sorted(inner, key=lambda one: one.name):
                yield from _files_below(one)


@dataclass(frozen=True, slots=True)
class Still:
    """The files under second names in a folder of the same home.

    Whatever is replaced or removed meanwhile stays there as it was. `take` is called before the
    database is read and again after it: what the database knows is then among them.
    """

    home: Path
    folder: Path
    database: Path | None

    def take(self) -> None:
        for name in kept_files(self.home, self.database):
            place = self.folder / name
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                with suppress(FileNotFoundError):  # removed since it was listed
                    _second_name(self.home / name, place)

    def files(self) -> Iterator[tuple[str, Path]]:
        if self.folder.exists():
            with os.scandir(self.folder) as entries:
                for entry in sorted(entries, key=lambda one: one.name):
                    for path in _files_below(entry):
                        yield Path(path).relative_to(self.folder).as_posix(), Path(path)


def _second_name(source: Path, place: Path) -> None:
    try:
        os.link(source, place)
    except FileNotFoundError:
        raise
    except OSError:  # another disk, or one that knows no second names
        shutil.copy2(source, place)
