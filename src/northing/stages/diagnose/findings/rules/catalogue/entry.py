"""What does an auditor have to know of a rule before believing a finding of it?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One rule: what it says, on what it rests, and what would take it back.

    `needs` are the channels it reads (empty: any). `least` is the minimum of evidence, `looked_for`
    the counter-evidence every finding of it has searched for, `changes` what would change its
    verdict. `is_tested` marks a hypothesis that chance could confirm: it counts among the tests.
    `is_by_absence` marks a verdict that a missing file could explain: it never accuses where part
    of a channel is missing. Findings of one `family` on one commitment and channel are told once.
    """

    code: str
    title: str
    definition: str
    needs: tuple[str, ...] = ()
    severity: str
    least: str
    looked_for: str
    changes: str
    is_tested: bool = False
    is_by_absence: bool = False
    family: str = ""
