"""What did people check, and on whose word does the rest stand?"""

from __future__ import annotations

from collections import Counter

from northing.cycle import Audit
from northing.foundations.documents.blocks import Block, Callout, Tone
from northing.foundations.documents.numbers import number
from northing.foundations.documents.told import tell, together
from northing.stages.diagnose.linking.facts import Origin
from northing.stages.diagnose.verification.section import verification_section
from northing.stages.records.ledger.section import Telling, counted

UNLINKED = tell(
    "Nothing in the files carries a tag, no rule of the case fits, and the machine found "
    "nothing near enough. Tags or rules in the case file, or more signs of living a commitment "
    "in the words the files use, would let records be linked."
)


def checked_page(audit: Audit, telling: Telling) -> tuple[Block, ...]:
    return verification_section(audit.verification, telling.names)


def checked_by(audit: Audit) -> str:
    """One line for the head of the report."""
    records = audit.verification.records()
    if not records:
        return tell("none of the links yet")
    return tell("{records}, in a sample", records=counted(len(records), "record"))


def standing(audit: Audit) -> Callout:
    """On whose word the links stand; what was verified, and what was not."""
    origins = Counter(link.origin for link in audit.links.all if link.is_linked)
    if not origins:
        return Callout(Tone.NOTE, "No record is linked to a commitment.", UNLINKED)
    if audit.verification.records():
        return Callout(Tone.NOTE, "People have checked a sample of these links.", _sampled(audit))
    return Callout(Tone.NOTE, "No person has verified these links.", _unverified(origins))


def _unverified(origins: Counter[Origin]) -> str:
    given = origins[Origin.GIVEN] + origins[Origin.RULE] + origins[Origin.PERSON]
    return together(
        tell(
            "{given} of the links between records and commitments come from tags and rules that "
            "people wrote, {machine} from a machine that compares words.",
            given=number(given),
            machine=number(origins[Origin.MACHINE]),
        ),
        tell(
            "The bounds show the least and the most that could be true of the machine’s links; "
            "“exact as linked” says that none of them is open."
        ),
        tell(
            "To verify the links, people would read a sample of records beside the commitments "
            "they were linked to and say of each whether the link is right; only then could the "
            "bounds carry a stated certainty."
        ),
    )


def _sampled(audit: Audit) -> str:
    found = audit.verification
    judged = sum(one.answer is not None for one in found.judged)
    corrected = counted(len(found.shares()), "share")
    return together(
        tell(
            "People answered for {pairs} of a record and a promise.", pairs=counted(judged, "pair")
        ),
        tell(
            "{shares} of a promise in a kind of deed could be corrected from them and carries a "
            "stated certainty; every other figure is unverified: its bounds show the least and "
            "the most that could be true of links nobody checked.",
            shares=corrected,
        ),
    )


def links_are_right(audit: Audit) -> str:
    """The first of all limits: what nobody checked."""
    plausible = len({one.record_id for one in audit.links.all if not one.is_linked})
    judged = {(one.record, one.pair.commitment) for one in audit.verification.judged}
    unchecked = sum(
        one.is_linked and (one.record_id, one.commitment) not in judged for one in audit.links.all
    )
    return together(
        tell(
            "Whether the links are right: no person has checked {n} of them, but a sample.",
            n=number(unchecked),
        )
        if judged
        else tell("Whether the links are right: no person has checked them."),
        tell(
            "{records} has a link that is only plausible and enters the bounds alone."
            if plausible == 1
            else "{records} have a link that is only plausible and enters the bounds alone.",
            records=counted(plausible, "record"),
        ),
    )
