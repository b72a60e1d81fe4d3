"""Where do samples and their labels stand, and how are they written without losing an answer?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from northing.case_file import LABELS, find_case
from northing.cycle import Case
from northing.foundations.text.redaction import Redactor
from northing.interfaces.cli.endings import BAD_CASE, end
from northing.interfaces.cli.leaving import leave
from northing.interfaces.reports.labels_json import labels_json
from northing.stages.clarify.commitments.section import names_of
from northing.stages.diagnose.verification.facts import Label, Labelled
from northing.stages.diagnose.verification.section import Question, questions
from northing.stages.records.ledger.section import Telling


def folder_of(case: Path) -> Path:
    return find_case(case).parent / LABELS


def redactor_of(case: Case) -> Redactor:
    return Redactor(sorted(case.names), language=case.language)


def keep(folder: Path, one: Labelled, case: Case) -> Path:
    """Write the sample with its labels whole or not at all."""
    name = f"{one.sample.id}.json"
    text = labels_json(one, redact=redactor_of(case).redact)
    leave(folder, {name: text.encode()})
    return folder / name


def stored(case: Case, sample: str | None) -> Labelled:
    """The sample of that id, or the newest; ends the run where there is none."""
    newest = sorted(case.labels, key=lambda one: (one.sample.on, one.sample.id))
    if not newest:
        refused = [
            each.reason for one in case.sources if one.channel == "labels" for each in one.refused
        ]
        end(BAD_CASE, [*refused, "This case has no sample yet; draw one with northing sample."])
    if sample is None:
        return newest[-1]
    named = next((one for one in newest if one.sample.id == sample), None)
    if named is None:
        known = ", ".join(one.sample.id for one in newest)
        end(
            BAD_CASE, [f"This case has no sample {sample}; it has {known}. Name the case it is of."]
        )
    return named


def with_labels(one: Labelled, new: Sequence[Label]) -> Labelled:
    """The newer answer of a coder to a pair takes the place of the older."""
    kept = {(each.pair, each.coder): each for each in (*one.labels, *new)}
    return Labelled(sample=one.sample, labels=tuple(kept[key] for key in sorted(kept)))


def asked(case: Case, one: Labelled, coder: str) -> list[Question]:
    """The pairs of one coder as people see them: redacted, with their places."""
    redact = redactor_of(case).redact
    telling = Telling(redact=redact, people=case.names, names=names_of(case.commitments, redact))
    records = {record.id: record for record in case.records}
    return list(questions(one, coder, records, case.commitments, telling))
