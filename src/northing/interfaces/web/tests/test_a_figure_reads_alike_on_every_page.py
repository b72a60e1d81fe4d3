"""Does a figure read alike on the map, in a comparison and beside a finding?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.documents.numbers import MINUS
from northing.foundations.methods.estimate import Estimate
from northing.interfaces.web.templatetags import audited, findings, records


def estimated(share):
    return Estimate(share, None, None, None, 1, "drawn", no_interval="drawn")


@given(st.floats(-1, 1))
def test_a_gap_reads_alike_in_an_audit_and_in_a_comparison(share):
    assert findings.points_said(share) == audited.points_said(estimated(share))


@given(st.floats(0, 1))
def test_a_share_reads_alike_in_an_audit_and_beside_a_finding(share):
    assert findings.share_said(share) == audited.percent_said(estimated(share))


def test_a_figure_is_rounded_and_not_cut_off():
    assert findings.points_said(0.0326) == "+3.3"
    assert findings.points_said(-0.0996) == f"{MINUS}10.0"
    assert findings.points_said(-0.0001) == "0.0"
    assert audited.p_said(0.2259).endswith("0.226")
    assert audited.match_said(0.929) == "0.93"
    assert records.match_said(0.929).endswith("(0.93)")
    assert records.size_said(1_992_295) == "1.9 MB"
