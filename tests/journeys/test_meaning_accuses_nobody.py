"""Where a case asks for meaning, is what is planted still found, and the honest twin left alone?"""

from __future__ import annotations

import shutil

import pytest

FAULTS = {
    "share-falls", "share-falls-while-called-crucial", "allocation-withdrawn", "hidden-by-netting",
    "contradicted-by-tagged-records", "reward-against-promise", "announced-again-without-means",
    "parent-and-parts-disagree", "stated-figure-differs", "gone-silent",
}  # fmt: skip


@pytest.fixture(scope="module")
def with_meaning(audited, examples, tmp_path_factory):
    def run(name):
        folder = tmp_path_factory.mktemp(name)
        shutil.copytree(examples / name, folder / "case")
        case = folder / "case" / "northing.toml"
        case.write_text(
            case.read_text("utf-8").replace(
                "[[commitment]]", "[linking]\nmeaning = true\n\n[[commitment]]", 1
            ),
            "utf-8",
        )
        return audited(folder / "case", folder / "out")

    return run


def test_the_honest_twin_is_accused_of_nothing(with_meaning):
    """Over 133 decisions units that act alike seem to hide 5.8 points; these hide 5.4."""
    honest = with_meaning("harbour_health_honest")
    assert {one["code"] for one in honest.audit["findings"]} & FAULTS == set()
    assert [one for one in honest.audit["findings"] if one["severity"] == "high"] == []
    split = honest.audit["divergence"]["decisions"]
    assert split["hidden_by_netting"]["value"] < split["hidden_null_95"]["value"]


def test_what_falls_while_the_strategy_calls_it_crucial_is_told_as_such(with_meaning):
    planted = with_meaning("harbour_health")
    (falls,) = planted.findings("share-falls-while-called-crucial")
    assert falls["commitment"] == "prevention"
    assert "crucial" in falls["statement"]
    assert "home-visits" in {one["commitment"] for one in planted.findings("hidden-by-netting")}
