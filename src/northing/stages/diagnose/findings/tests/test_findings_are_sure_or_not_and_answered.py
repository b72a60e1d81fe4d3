from datetime import date

import pytest

from northing.stages.diagnose.findings.engine import findings_of
from northing.stages.diagnose.findings.facts import Confidence, Reply, Severity
from northing.stages.diagnose.findings.rules.catalogue.all import CATALOGUE
from northing.stages.diagnose.findings.section import Shown, findings_section
from northing.stages.diagnose.findings.tests.make import (
    AMINA,
    decision,
    evidence_of,
    find,
    guessed,
)
from northing.stages.diagnose.say_do.tests.make import REST, said, spent
from northing.stages.records.ledger.facts import Stance
from northing.stages.records.ledger.section import Telling

AGAINST = decision(1, stance=Stance.CONTRADICTS)
CODE = "contradicted-by-tagged-records"
REPLY = Reply(code=CODE, text="It was undone in May.", by="Director", on=date(2025, 4, 1))


def test_every_rule_is_told_in_full() -> None:
    for code, one in CATALOGUE.items():
        assert code == one.code
        told = (one.title, one.definition, one.severity, one.least, one.looked_for, one.changes)
        assert all(told), code


def test_tags_are_surer_than_a_machine() -> None:
    (tagged,) = find("done-and-not-told", said(1), spent(2, 10, REST))
    (machine,) = find("done-and-not-told", said(1), guessed(2, REST, linked=True))
    assert tagged.confidence is Confidence.TAGGED
    assert machine.confidence is Confidence.MACHINE_ONLY


def test_at_one_severity_what_people_verified_comes_first() -> None:
    severities = [one.severity for one in findings_of(evidence_of(said(1), AGAINST)).findings]
    assert severities == sorted(severities, key=list(Severity).index)


def test_every_test_is_counted_found_or_not() -> None:
    words = (said(1), said(2), said(3, REST, path="letter.md"))
    found = findings_of(evidence_of(*words, spent(1, 50), spent(2, 50, REST)))
    gaps = [one for one in found.tests if one.code == "more-said-than-done"]
    assert len(gaps) == 2
    assert not any(one.survives for one in gaps)
    assert all(one.adjusted >= one.p_value for one in found.tests)


@pytest.mark.parametrize("commitment", [None, "care"])
def test_a_reply_stands_beside_its_finding(commitment: str | None) -> None:
    reply = Reply(code=CODE, text="Undone.", by="Director", on=REPLY.on, commitment=commitment)
    found = findings_of(evidence_of(said(1), AGAINST), replies=[reply])
    assert [one.replies for one in found.findings if one.code == CODE] == [(reply,)]
    assert found.unanswered == ()


def test_a_reply_to_another_promise_stands_apart() -> None:
    reply = Reply(code=CODE, text="Undone.", by="Director", on=REPLY.on, commitment=REST)
    found = findings_of(evidence_of(said(1), AGAINST), replies=[reply])
    assert found.unanswered == (reply,)


def test_the_report_prints_replies_and_names_nobody() -> None:
    by_amina = Reply(code=CODE, text=f"{AMINA} undid it.", by=AMINA, on=REPLY.on)
    evidence = evidence_of(said(1), AGAINST)
    found = findings_of(evidence, replies=[by_amina])
    shown = Shown(records={}, telling=Telling(redact=evidence.redact))
    printed = repr(findings_section(found, shown))
    assert "undid it" in printed
    assert AMINA not in printed
