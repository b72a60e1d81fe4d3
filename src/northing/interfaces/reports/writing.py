"""How does an audit reach its folder whole, or not at all?"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


class CannotWrite(Exception):  # noqa: N818 - named for what it tells, as the style asks
    """The folder cannot be written: one sentence that names it and the remedy."""


def write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files beside `folder` first, then move each into place, the last one named last.

    A run that is killed leaves either the old file or the new one, never half of one. Raises
    `CannotWrite` where the disk is full or the folder may not be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        room = Path(tempfile.mkdtemp(prefix=".northing-", dir=folder))
    except OSError as error:
        raise CannotWrite(_sentence(folder, error)) from error
    try:
        for name, content in files.items():
            with (room / name).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for name in files:
            (room / name).replace(folder / name)
    except OSError as error:
        raise CannotWrite(_sentence(folder, error)) from error
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _sentence(folder: Path, error: OSError) -> str:
    return (
        f"The report cannot be written to {folder}: {error.strerror}. "
        "Make room there or choose another --out."
    )
