"""Do the methods that compare and choose agree with what others worked out?"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture(scope="module")
def truth_options():
    spec = importlib.util.spec_from_file_location("truth_options", BENCH / "truth_options.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_worked_examples_are_reproduced_or_left_with_a_reason(truth_options, real_data):
    found = truth_options.examples(real_data)
    assert found.of == 86
    assert found.wrong == {}
    assert len(found.reproduced) + len(found.left) == 86
    assert len(found.reproduced) >= 12
    assert all(found.left.values())


def test_every_knapsack_reaches_its_published_optimum(truth_options, real_data):
    found = truth_options.knapsacks(real_data)
    assert (found.of, found.at_optimum, found.short) == (31, 31, ())
