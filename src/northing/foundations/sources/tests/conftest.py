"""How do the tests of the readers write a file and read it back?"""

import os
from pathlib import Path

import pytest

from northing.foundations.sources.reading import read


@pytest.fixture
def read_back(tmp_path):
    """Write content under a name and read it: `read_back("a.csv", "a,b")`."""

    def write_and_read(name, content, **wishes):
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(tmp_path, Path(name), **wishes)

    return write_and_read


@pytest.fixture
def real_data():
    folder = os.environ.get("NORTHING_REAL_DATA")
    if not folder:
        pytest.skip("NORTHING_REAL_DATA is not set")
    return Path(folder)
