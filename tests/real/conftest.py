"""Each real case is audited once, through the command line, for all tests that look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def rust_project(audited, real_data, tmp_path_factory):
    root = real_data / "rust_project"
    case = HERE / "rust_project" / "northing.toml"
    return audited(case, tmp_path_factory.mktemp("rust") / "out", "--root", root)


@pytest.fixture(scope="session")
def access_board(audited, real_data, tmp_path_factory):
    root = real_data / "us_access_board"
    case = HERE / "access_board" / "northing.toml"
    return audited(case, tmp_path_factory.mktemp("board") / "out", "--root", root)


@pytest.fixture(scope="session")
def oakland(audited, real_data, tmp_path_factory):
    root = real_data / "oakland_budget"
    case = HERE / "oakland" / "northing.toml"
    return audited(case, tmp_path_factory.mktemp("oakland") / "out", "--root", root)
