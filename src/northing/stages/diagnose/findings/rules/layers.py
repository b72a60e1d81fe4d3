"""Do strategy, operations and culture move together, or does one layer move alone?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from northing.foundations.documents.told import Listed, Term, tell, together
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.beyond_error import is_lone_answer
from northing.stages.diagnose.findings.rules.evidence import Evidence, is_deed
from northing.stages.diagnose.findings.rules.phrases import counted
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger.facts import Record

LAYERS: Mapping[str, tuple[str, ...]] = {
    "strategy": ("money", "decisions", "initiatives"),
    "operations": ("time", "practices", "metrics"),
    "culture": ("incentives",),
}
"""Where a deed of a channel shows. A kind of record tells of its layer only by and large: a
practice may be cultural, a decision operational."""
_LAYER_OF = {channel: layer for layer, channels in LAYERS.items() for channel in channels}
_LEAST = 3
_ENOUGH = 30
_MOST = 5


def layer_findings(evidence: Evidence) -> Iterator[Finding]:
    """Only where another layer was read and holds deeds of other commitments."""
    by_layer = {one.id: _by_layer(evidence.deeds_of(one.id)) for one in evidence.commitments}
    for commitment in evidence.commitments:
        mine = _sure(evidence, commitment, by_layer[commitment.id])
        others = {layer for id_, of in by_layer.items() if id_ != commitment.id for layer in of}
        missing = [layer for layer in LAYERS if layer in others and layer not in mine]
        if len(mine) == 1 and missing and evidence.linked_to(commitment.id, spoken=True):
            (layer, deeds) = next(iter(mine.items()))
            if len(deeds) >= _LEAST:
                yield _finding(evidence, commitment, (layer, deeds), missing)


def _by_layer(deeds: Sequence[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for one in deeds:
        layer = _LAYER_OF.get(str(one.channel))
        if layer:
            found[layer].append(one)
    return dict(found)


def _sure(
    evidence: Evidence, commitment: Commitment, by_layer: Mapping[str, list[Record]]
) -> dict[str, list[Record]]:
    """Without layers that hold but one answer of many, which may be an error."""
    return {
        layer: deeds
        for layer, deeds in by_layer.items()
        if not is_lone_answer(evidence, commitment.id, deeds)
    }


def _is_searched(evidence: Evidence, commitment: Commitment, there: Sequence[Record]) -> bool:
    """People looked at enough deeds of the other layers beside it, and none serves it."""
    said = [evidence.answer(one.id, commitment.id) for one in there]
    return Answer.ADVANCES not in said and sum(one is not None for one in said) >= _ENOUGH


def _finding(
    evidence: Evidence,
    commitment: Commitment,
    alone: tuple[str, Sequence[Record]],
    missing: Sequence[str],
) -> Finding:
    layer, deeds = alone
    names = Listed(tuple(Term(one) for one in missing), " and ")
    elsewhere = [
        one
        for one in evidence.records
        if is_deed(one) and _LAYER_OF.get(str(one.channel)) in missing
    ]
    may_be = (*evidence.deeds_of(commitment.id), *evidence.deeds_near(commitment.id))
    ids = {one.id for one in elsewhere}
    near = [one for one in may_be if one.id in ids]
    is_tagged = len(missing) > 1 and all(map(evidence.is_certain, elsewhere))
    is_sure = not near and (is_tagged or _is_searched(evidence, commitment, elsewhere))
    said = evidence.linked_to(commitment.id, spoken=True)
    return Finding(
        code="one-layer-only",
        severity=Severity.MEDIUM if is_sure else Severity.LOW,
        commitment=commitment.id,
        statement=tell(
            "All {deeds} for “{promise}” lie in {layer} ({kinds}); {missing} show none, where "
            "others have deeds."
            if len(missing) > 1
            else "All {deeds} for “{promise}” lie in {layer} ({kinds}); {missing} shows none, "
            "where others have deeds.",
            deeds=counted(len(deeds), "deed"),
            promise=evidence.name(commitment.id),
            layer=Term(layer),
            kinds=Listed(tuple(Term(one) for one in LAYERS[layer])),
            missing=names,
        ),
        criteria="A promise is kept where money goes, where work is done and where people are "
        "rewarded.",
        condition=tell("No deed of {missing} is linked to it.", missing=names),
        consequence="What moves in one layer alone is undone by the others.",
        corrective_action=tell(
            "Ask what in {missing} would have to change for it to hold.", missing=names
        ),
        counter=together(
            tell("{deeds} there come near it.", deeds=counted(len(near), "deed"))
            if near
            else "Deeds there that come near it were looked for; none was found.",
            "A kind of record tells of its layer only by and large.",
        ),
        evidence=tuple(one.id for one in (*said[:2], *deeds[:_MOST])),
        counter_evidence=tuple(one.id for one in near[:_MOST]),
        places=tuple(one.place for one in deeds[:_MOST]),
    )
