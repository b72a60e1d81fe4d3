"""Where should a person look first for deeds that advance or contradict a promise?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from northing.foundations.documents.told import tell
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.linking.facts import Link
from northing.stages.diagnose.stance.facts import Grounds, Opinion, Suggestion
from northing.stages.diagnose.stance.rules.asking import Redact, questions_for
from northing.stages.diagnose.stance.rules.cued import suggestions_for, vocabulary_of
from northing.stages.records.ledger.facts import Record, Stance


def suggestions_of(
    records: Sequence[Record],
    links: Mapping[str, Sequence[Link]],
    commitments: Sequence[Commitment],
    *,
    language: str,
    opinions: Sequence[Opinion] = (),
    redact: Redact = str,
) -> tuple[Suggestion, ...]:
    """What wording, amounts and a judge suggest, in the order of the records; never a verdict.

    An opinion holds only for the very words it was asked about: it is passed over once the record,
    the promise or a sign reads otherwise (redacted by `redact`, as it was sent).
    """
    known = {one.id: vocabulary_of(one, language) for one in commitments}
    asked: dict[str, list[Opinion]] = {}
    for opinion in _holding(opinions, records, links, commitments, redact):
        asked.setdefault(opinion.record_id, []).append(opinion)
    found: list[Suggestion] = []
    for record in records:
        for link in links.get(record.id, ()):
            if link.commitment in known:
                found.extend(suggestions_for(record, link, known[link.commitment], language))
        found.extend(_heard(one) for one in asked.get(record.id, ()))
    return tuple(found)


def _holding(
    opinions: Sequence[Opinion],
    records: Sequence[Record],
    links: Mapping[str, Sequence[Link]],
    commitments: Sequence[Commitment],
    redact: Redact,
) -> list[Opinion]:
    """Opinions for or against whose question would be asked in the same words today."""
    spoken = [one for one in opinions if one.stance in (Stance.ADVANCES, Stance.CONTRADICTS)]
    today = {
        question.sha256
        for model in {one.model for one in spoken}
        for question in questions_for(records, links, commitments, model=model, redact=redact)
    }
    return [one for one in spoken if one.prompt_sha256 in today]


def _heard(opinion: Opinion) -> Suggestion:
    return Suggestion(
        record_id=opinion.record_id,
        commitment=opinion.commitment,
        stance=opinion.stance,
        grounds=Grounds.JUDGE,
        words=(),
        why=tell("{model} says: {why}", model=opinion.model, why=opinion.why)
        if opinion.why
        else tell("{model} says so", model=opinion.model),
    )
