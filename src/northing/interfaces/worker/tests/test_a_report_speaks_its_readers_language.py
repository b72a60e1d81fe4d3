"""Does an audit leave its report in the language its people write, and in the one they read?"""

from __future__ import annotations

from datetime import date

import pytest

from northing.interfaces.worker.jobs.audits import report_languages
from northing.stages.diagnose.audits.facts import Wish, wish_in

ON = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("records", "reader", "reports"),
    [
        ("en", "en", ("en",)),
        ("de", "en", ("en", "de")),
        ("en", "de", ("en", "de")),
        ("de", "de", ("en", "de")),
        ("fr", "pt", ("en",)),
    ],
)
def test_the_english_report_is_first_and_always_there(records, reader, reports):
    wish = Wish(on=ON, language=records, report_language=reader)
    assert report_languages(wish) == reports
    assert wish_in(ON, wish.as_json()) == wish


def test_a_wish_of_whoever_reads_english_is_kept_as_before():
    assert "report_language" not in Wish(on=ON).as_json()
