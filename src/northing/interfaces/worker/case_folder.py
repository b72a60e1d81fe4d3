"""How does what an organisation keeps in tables become a case that the command line reads?

The folder is a case like any that a person writes: it can be handed on and audited again, and
gives the same report. It appears whole or not at all.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import tomli_w
from django.conf import settings
from django.db import transaction

from northing.case_file import FILE_NAME, LABELS
from northing.foundations.people import store as people
from northing.foundations.people.models import Organisation
from northing.foundations.sources.shelf import Shelf
from northing.interfaces.reports.labels_json import labels_json
from northing.interfaces.worker import case_parts as parts
from northing.stages.clarify.commitments import store as commitments
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.decide.purpose_test.facts import Recorded
from northing.stages.decide.purpose_test.rules.publishing import file_of as decided_in
from northing.stages.decide.purpose_test.rules.publishing import published
from northing.stages.decide.purpose_test.store import rows as decisions
from northing.stages.decide.purpose_test.store.standing import recorded
from northing.stages.diagnose.audits.facts import Wish
from northing.stages.diagnose.findings import store as findings
from northing.stages.diagnose.findings.models import StoredReply
from northing.stages.diagnose.linking import store as linking
from northing.stages.diagnose.linking.models import StoredCorrection
from northing.stages.diagnose.verification import store as verification
from northing.stages.diagnose.verification.facts import Labelled
from northing.stages.records.imports import store as imports
from northing.stages.records.imports.facts import Usage
from northing.stages.records.imports.models import Import
from northing.stages.records.imports.rules.names import why_no_name
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.facts import Channel
from northing.stages.records.ledger.models import TypedRecord
from northing.stages.records.ledger.rules.typed import file_of

CORRECTIONS = "corrections.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that one audit reads, as it stood at one moment."""

    organisation: UUID
    name: str
    currency: str
    language: str
    fiscal_year_starts: int | None
    names: tuple[str, ...]
    commitments: tuple[Commitment, ...]
    imports: tuple[Import, ...]
    typed: tuple[TypedRecord, ...]
    corrections: tuple[StoredCorrection, ...]
    replies: tuple[StoredReply, ...]
    labels: tuple[Labelled, ...]
    decided: tuple[Recorded, ...]

    @property
    def known(self) -> frozenset[str]:
        return frozenset(one.id for one in self.commitments)


def write_case(organisation: Organisation, folder: Path, wish: Wish) -> None:
    """What the organisation keeps now, as a case in `folder`, which must not be there yet."""
    with transaction.atomic():
        content = content_of(organisation, wish)
    beside = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(beside, ignore_errors=True)
    _lay_out(content, beside)
    beside.rename(folder)


def content_of(organisation: Organisation, wish: Wish) -> Content:
    """The rows an audit with this wish reads, in an order that does not change."""
    promised = commitments.facts_of(commitments.commitments(organisation, on=wish.on))
    wanted = frozenset(wish.commitments) or frozenset(one.id for one in promised)
    channels = frozenset(Channel(one) for one in wish.channels) or frozenset(Channel)
    handed_in = tuple(imports.sources(organisation, channels))
    usage, _ = imports.usage(organisation)
    return Content(
        organisation=organisation.id,
        name=organisation.name,
        currency=wish.currency or usage.currency or parts.usual_currency(handed_in),
        language=wish.language,
        fiscal_year_starts=usage.fiscal_year_starts,
        names=_hidden(organisation, usage),
        commitments=tuple(one for one in promised if one.id in wanted),
        imports=handed_in,
        typed=tuple(one for one in ledger.typed(organisation) if one.channel in channels),
        corrections=tuple(linking.corrections(organisation)),
        replies=tuple(findings.replies(organisation)),
        labels=tuple(verification.for_audits(organisation)),
        decided=_decided(organisation) if Channel.DECISIONS in channels else (),
    )


def _hidden(organisation: Organisation, usage: Usage) -> tuple[str, ...]:
    """Whom no report may name. A member called by a word, as "Team", would take that out of all."""
    called = people.names_of_members(organisation) if usage.hides_members else []
    members = (one for one in called if why_no_name(one, language=usage.language) is None)
    return tuple(dict.fromkeys((*usage.names, *members)))


def _decided(organisation: Organisation) -> tuple[Recorded, ...]:
    """What was decided here and taken, by number."""
    taken = decisions.whole(decisions.taken(organisation).order_by("number"))
    return tuple(recorded(taken))


def _lay_out(content: Content, folder: Path) -> None:
    root = folder / parts.FILES
    root.mkdir(parents=True)
    shelf = Shelf(settings.HOME)
    for one in content.imports:
        shelf.laid_out(content.organisation, one.id, root, one.path)
    for channel in _channels(content.typed):
        rows = [one for one in content.typed if one.channel == channel]
        file = root / file_of(channel)
        file.parent.mkdir(exist_ok=True)
        file.write_text(parts.typed_file(rows, content.known), "utf-8", newline="")
    for page in content.decided:
        file = root / decided_in(int(page.decision.id))
        file.parent.mkdir(exist_ok=True)
        text = parts.decided_file(published([page]), content.known)
        file.write_text(text, "utf-8", newline="")
    corrections = parts.corrections_file(content.corrections, content.known)
    if corrections:
        (folder / CORRECTIONS).write_text(corrections, "utf-8", newline="")
    for labelled in content.labels:
        (folder / LABELS).mkdir(exist_ok=True)
        (folder / LABELS / f"{labelled.sample.id}.json").write_text(labels_json(labelled), "utf-8")
    text = tomli_w.dumps(_toml(content, has_corrections=bool(corrections)), multiline_strings=False)
    (folder / FILE_NAME).write_text(text, "utf-8", newline="")


def _toml(content: Content, *, has_corrections: bool) -> parts.Toml:
    known = content.known
    replies = [one for one in content.replies if one.follow_up.commitment in known | {""}]
    found: parts.Toml = {
        "organisation": _organisation(content),
        "root": parts.FILES,
        "commitment": [parts.commitment_part(one) for one in content.commitments],
        "source": [
            *(parts.source_part(one, known) for one in content.imports),
            *(parts.typed_part(channel) for channel in _channels(content.typed)),
            *([parts.decided_part()] if content.decided else []),
        ],
    }
    if content.names:
        found["people"] = {"names": list(content.names)}
    if has_corrections:
        found["corrections"] = CORRECTIONS
    if replies:
        found["reply"] = [parts.reply_part(one) for one in replies]
    return found


def _organisation(content: Content) -> parts.Toml:
    found: parts.Toml = {"name": content.name, "language": content.language}
    if content.currency:
        found["currency"] = content.currency
    if content.fiscal_year_starts:
        found["fiscal_year_starts"] = content.fiscal_year_starts
    return found


def _channels(rows: Iterable[TypedRecord]) -> list[Channel]:
    return sorted({Channel(one.channel) for one in rows})
