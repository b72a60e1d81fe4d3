"""Is every file and function small enough to be held in mind?

`larger.txt` lists files that may be larger than `LONGEST`, each with its size. It may only
shrink: a file that has become smaller is written down so, one that fits is taken off.
"""

from __future__ import annotations

from statistics import median, quantiles

import pytest

LONGEST = 400
FILE_MEDIAN, FILE_P90 = 90, 250  # over all files, the empty ones of packages included
FUNCTION_MEDIAN, FUNCTION_P90 = 9, 30


@pytest.fixture(scope="session")
def larger(root):
    lines = (root / "tests/architecture/larger.txt").read_text("utf-8").splitlines()
    pairs = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return {name: int(size) for name, size in pairs}


def test_no_file_is_longer_than_two_files(modules, larger):
    found = {one.name: one.lines for one in modules if one.lines > larger.get(one.name, LONGEST)}
    assert not found, "a file of more than 400 lines is telling you that it is two"


def test_the_list_of_larger_files_only_shrinks(modules, larger):
    sizes = {module.name: module.lines for module in modules}
    gone = {name: sizes.get(name) for name, size in larger.items() if sizes.get(name) != size}
    assert not gone, "write the new, smaller size into larger.txt"
    assert not [name for name, size in larger.items() if size <= LONGEST], "take it off the list"


def test_the_usual_file_fits_on_a_screen_or_two(modules):
    sizes = [module.lines for module in modules]
    assert median(sizes) <= FILE_MEDIAN
    assert quantiles(sizes, n=10)[-1] <= FILE_P90


def test_the_usual_function_is_read_at_a_glance(modules):
    sizes = [
        (one.end_lineno or one.lineno) - one.lineno + 1
        for module in modules
        for one in module.functions
    ]
    assert median(sizes) <= FUNCTION_MEDIAN
    assert quantiles(sizes, n=10)[-1] <= FUNCTION_P90
