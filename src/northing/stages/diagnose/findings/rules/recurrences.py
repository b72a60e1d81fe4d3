"""Which initiatives are announced again and again, and which of them without any means?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from northing.foundations.documents.told import Listed, tell, together
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.records.ledger.facts import Channel, Record

_AGAIN = 2
_AND_AGAIN = 3
_MOST = 10
_NAMES = ("title", "name", "initiative")


def recurrence_findings(evidence: Evidence) -> Iterator[Finding]:
    """Initiatives of one name in several periods; and those whose every budget says zero."""
    initiatives = [one for one in evidence.records if one.channel is Channel.INITIATIVES]
    groups = _by_name(initiatives)
    again = [of for of in groups if len(_dates(of)) >= _AGAIN]
    for of in again:
        if all(one.amount == 0 for one in of):
            yield _unfunded(evidence, of)
    if again:
        yield _recurring(evidence, again, initiatives=len(groups))


def _by_name(records: Sequence[Record]) -> list[list[Record]]:
    """By the id where ids come back, else by the name, else by the text as it stands."""
    ids = Counter(one.given_id for one in records if one.given_id)
    ids_recur = any(count > 1 for count in ids.values())
    groups: dict[str, list[Record]] = defaultdict(list)
    for one in records:
        groups[one.given_id if ids_recur and one.given_id else _name(one).casefold()].append(one)
    return list(groups.values())


def _name(record: Record) -> str:
    for column, value in record.cells.items():
        if column.casefold() in _NAMES:
            return value
    return record.text


def _dates(records: Sequence[Record]) -> set[object]:
    return {one.effective_on for one in records if one.effective_on is not None}


def _unfunded(evidence: Evidence, of: Sequence[Record]) -> Finding:
    name = evidence.redact(_name(of[0]))
    links = [link for link in evidence.links.get(of[0].id, ()) if link.is_linked]
    periods = Listed(tuple(dict.fromkeys(str(one.period) for one in of)))
    return Finding(
        code="announced-again-without-means",
        severity=Severity.MEDIUM,
        commitment=links[0].commitment if links else None,
        channel=str(Channel.INITIATIVES),
        period=of[-1].period,
        statement=tell(
            "“{name}” was announced {n} times ({periods}), each time with a budget of zero.",
            name=name,
            n=len(of),
            periods=periods,
        ),
        criteria="What is announced has the means to happen.",
        condition=together(
            *(tell("“{text}”", text=evidence.quoted(one, 120)) for one in of[:_AND_AGAIN]), by="; "
        ),
        consequence="People wait for what nobody has paid for.",
        corrective_action="Fund it, or say that it will not come.",
        counter="Its cost may stand in a line of another name, or be carried by a partner.",
        evidence=tuple(one.id for one in of[:_MOST]),
        places=tuple(one.place for one in of[:_MOST]),
    )


def _recurring(
    evidence: Evidence, again: Sequence[Sequence[Record]], *, initiatives: int
) -> Finding:
    thrice = sum(len(_dates(of)) >= _AND_AGAIN for of in again)
    longest = sorted(again, key=lambda of: (-len(_dates(of)), of[0].id))
    named = "; ".join(
        f"{evidence.redact(_name(of[0]))} ({len(_dates(of))})" for of in longest[:_MOST]
    )
    return Finding(
        code="initiatives-recur",
        severity=Severity.NOTE,
        channel=str(Channel.INITIATIVES),
        statement=tell(
            "{n} of {all} initiatives recur in two or more periods, {thrice} of them in three or "
            "more.",
            n=len(again),
            all=initiatives,
            thrice=thrice,
        ),
        criteria="An initiative ends, or says why it goes on.",
        condition=named,
        consequence="What is announced every year without ending uses up belief.",
        corrective_action="Say of each what the last period brought.",
        counter="Long work is rightly announced again; recurrence alone is no failure.",
        evidence=tuple(of[0].id for of in longest[:_MOST]),
    )
