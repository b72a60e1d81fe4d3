from decimal import Decimal

from northing.foundations.text.match import MatchSettings
from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.linking.engine import Links, link_records
from northing.stages.diagnose.linking.facts import Origin, Rule
from northing.stages.diagnose.linking.tests.make import make_rule
from northing.stages.records.ledger.facts import Kind, Record, Stance
from northing.stages.records.ledger.tests.make import make_record

COMMITMENTS = (
    make_commitment("care", text="Longer appointments for every patient"),
    make_commitment("rest", text="Nurses rest between two shifts"),
)
NURSES = {"text": "Nurses rest longer between shifts", "cells": {"Programme": "Outreach"}}


def links_of(*records: Record, rules: tuple[Rule, ...] = ()) -> Links:
    return link_records(records, COMMITMENTS, rules, settings=MatchSettings())


def test_a_given_tag_wins_over_a_rule() -> None:
    record = make_record(given=(("care", Decimal(1)),), **NURSES)
    (link,) = links_of(record, rules=(make_rule({"Programme": "Outreach"}, "rest"),)).all
    assert (link.commitment, link.origin) == ("care", Origin.GIVEN)


def test_a_rule_wins_over_the_machine() -> None:
    (link,) = links_of(make_record(**NURSES), rules=(make_rule({"Programme": "Outreach"}),)).all
    assert (link.commitment, link.origin) == ("care", Origin.RULE)


def test_the_machine_speaks_where_nobody_did() -> None:
    (link,) = [one for one in links_of(make_record(**NURSES)).all if one.is_linked]
    assert (link.commitment, link.origin, link.share) == ("rest", Origin.MACHINE, 1)
    assert link.match_score is not None
    assert "Nurses" in link.words


def test_none_is_a_result() -> None:
    record = make_record(given=(("none", Decimal(1)),), **NURSES)
    found = links_of(record)
    assert found.all == ()
    assert found.settled == {record.id}


def test_a_rule_may_say_none() -> None:
    record = make_record(**NURSES)
    found = links_of(record, rules=(make_rule({"Programme": "Outreach"}, None),))
    assert found.all == ()
    assert found.settled == {record.id}


def test_a_stance_column_stands_in_every_given_link() -> None:
    record = make_record(given=(("care", Decimal(1)),), stance=Stance.CONTRADICTS)
    assert [one.stance for one in links_of(record).all] == [Stance.CONTRADICTS]


def test_the_machine_leaves_differences_alone() -> None:
    assert links_of(make_record(kind=Kind.DIFFERENCE, **NURSES)).all == ()


def test_permission_does_not_meet_mission() -> None:
    record = make_record(text="Parking permission and admission fees")
    (commitment,) = (make_commitment("mission", text="Our mission comes before all"),)
    found = link_records([record], [commitment], (), settings=MatchSettings())
    assert found.all == ()
