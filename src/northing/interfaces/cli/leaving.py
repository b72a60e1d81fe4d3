"""How does a verb leave its files in a folder, and how does it end where that cannot be?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from northing.interfaces.cli.endings import CANNOT_WRITE, end
from northing.interfaces.reports.writing import CannotWrite, write_whole


def leave(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all of them whole; ends with one sentence where the folder cannot be written."""
    try:
        write_whole(folder, files)
    except CannotWrite as error:
        end(CANNOT_WRITE, [str(error)])
