"""How does a case become commitments and records?

Reads the case file and the files it names, through the rooms' intakes. Nothing here judges: what
cannot be read becomes a refusal with its place and remedy, and the rest is still read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from northing.case_file import (
    LABELS,
    CaseFile,
    UnreadableCase,
    find_case,
    options_of,
    plan_of,
    read_case_file,
)
from northing.cycle import Case, Step, Tell
from northing.foundations.sources.reading import read
from northing.foundations.sources.rows import Place, Reading, Refusal
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Reply
from northing.stages.diagnose.linking.facts import Correction, Rule
from northing.stages.diagnose.linking.intake import corrections_in
from northing.stages.diagnose.stance.facts import Opinion
from northing.stages.diagnose.stance.intake import JUDGED, opinions_in
from northing.stages.diagnose.verification.facts import Labelled
from northing.stages.diagnose.verification.intake.stored import labelled_in
from northing.stages.records.imports.engine import take_in
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.drafting import Intake
from northing.stages.records.imports.intake.met_before import CellsMet
from northing.stages.records.imports.rules.columns import Chosen
from northing.stages.records.ledger.facts import Discrepancy, Record, SourceAccount, StatedTotal
from northing.stages.records.ledger.rules.mass import is_counted, mass_of
from northing.stages.records.ledger.rules.people import is_person
from northing.stages.records.ledger.rules.same_record import without_repeats

_LARGEST_LABELS = 100_000_000


def read_case(path: Path, *, root: Path | None = None, tell: Tell = lambda _: None) -> Case:
    """Raises `UnreadableCase` where the case file itself cannot be understood."""
    file = find_case(path)
    content = read_case_file(file)
    base = _root_of(file, content, root)
    todo = [(plan, found) for plan in _plans(content) for found in _files(base, plan.path)]
    known = frozenset(one.id for one in content.commitment)
    readings = _Readings(base, known, _Pace(tell, sum(_size(found) for _, found in todo)))
    for plan, found in todo:
        readings.take(plan, found)
    unique = without_repeats(readings.records)
    said = readings.corrections(file.parent, content.corrections)
    labels = readings.labels(file.parent / LABELS)
    return Case(
        organisation=content.organisation.name,
        currency=content.organisation.currency,
        language=content.organisation.language,
        commitments=_commitments(content),
        rules=tuple(_rules(content)),
        records=unique.records,
        sources=tuple(readings.accounts),
        discrepancies=tuple(readings.discrepancies) + unique.discrepancies,
        totals=tuple(readings.totals),
        repeats=unique.repeats,
        names=frozenset(readings.names) | frozenset(content.people.names),
        chosen=tuple(readings.chosen),
        corrections=said,
        labels=labels,
        meaning=content.linking.meaning,
        replies=tuple(_replies(content)),
        opinions=_opinions(file.parent),
    )


def _opinions(folder: Path) -> tuple[Opinion, ...]:
    """What a judge answered before; a line that does not fit is told when it is asked again."""
    file = folder / JUDGED
    try:
        return opinions_in(file.read_text("utf-8", errors="replace"))[0] if file.is_file() else ()
    except OSError as error:
        raise UnreadableCase([f"{JUDGED.as_posix()} cannot be read: {error.strerror}."]) from error


def _root_of(file: Path, content: CaseFile, root: Path | None) -> Path:
    base = root if root is not None else file.parent / (content.root or ".")
    if not base.is_dir():
        raise UnreadableCase(
            [f"The folder {base} does not exist; correct root in {file.name} or --root."]
        )
    return base.resolve()


def _commitments(content: CaseFile) -> tuple[Commitment, ...]:
    return tuple(Commitment(**one.model_dump()) for one in content.commitment)


def _rules(content: CaseFile) -> Iterator[Rule]:
    for index, source in enumerate(content.source):
        for rule in source.rule:
            yield Rule(source=index, where=rule.values(), shares=rule.shares(), stance=rule.stance)


def _replies(content: CaseFile) -> Iterator[Reply]:
    for one in content.reply:
        yield Reply(
            code=one.finding, commitment=one.commitment, text=one.text, by=one.by, on=one.on
        )


def _plans(content: CaseFile) -> Iterator[Plan]:
    for index, source in enumerate(content.source):
        yield plan_of(index, source, content.organisation)


def _files(root: Path, pattern: str) -> list[Path | None]:
    """The files a source names, in the order of their paths; `None` where there is not one."""
    if not any(sign in pattern for sign in "*?["):
        return [root / pattern]
    if Path(pattern).is_absolute() or ".." in Path(pattern).parts:
        return [None]
    hits = sorted(
        path
        for path in root.glob(pattern)
        if path.is_file() and not path.name.startswith(("~$", "."))
    )
    return list(hits) or [None]


class _Pace:
    """Tells how far the reading is, by bytes: a large file is more than a small one."""

    def __init__(self, tell: Tell, of: int) -> None:
        self._tell, self._of, self._done, self._records = tell, of, 0, 0
        self._size, self._name = 0, ""

    def begin(self, plan: Plan, path: Path | None) -> None:
        self._size, self._name = _size(path), plan.path if path is None else path.name
        self._say(0)

    def within(self, rows: int, of: int, records: int) -> None:
        self._say(self._size * rows // of, records)

    def end(self, records: int) -> None:
        self._done += self._size
        self._records = records
        self._say(0)

    def _say(self, more: int, records: int = 0) -> None:
        told = self._records + records
        self._tell(Step("reading", self._done + more, self._of, self._name, told))


def _size(path: Path | None) -> int:
    try:
        return 0 if path is None else path.stat().st_size
    except OSError:
        return 0  # reading it will say why


def _bytes_of(path: Path) -> bytes:
    """Empty where the file cannot be read or is too large to be a sample: it is refused by that."""
    try:
        return path.read_bytes() if path.stat().st_size <= _LARGEST_LABELS else b""
    except OSError:
        return b""


class _Readings:
    """Collects what every source gives, and knows which file was read before under another name."""

    def __init__(self, root: Path, known: frozenset[str], pace: _Pace) -> None:
        self.root, self.known, self.pace = root, known, pace
        self.records: list[Record] = []
        self.accounts: list[SourceAccount] = []
        self.discrepancies: list[Discrepancy] = []
        self.totals: list[StatedTotal] = []
        self.names: set[str] = set()
        self.chosen: list[tuple[str, Chosen]] = []
        self._met = CellsMet()

    def take(self, plan: Plan, path: Path | None) -> None:
        self.pace.begin(plan, path)
        self._take(plan, path)
        self.pace.end(len(self.records))

    def _take(self, plan: Plan, path: Path | None) -> None:
        if path is None:
            self._account(plan, _nothing(plan), Intake())
            return
        reading = read(self.root, path, kind=plan.kind, options=options_of(plan))
        intake = take_in(reading, plan, self.known, self.pace.within) if reading.rows else Intake()
        first = self._met.first_of(intake)
        if first is None:
            self._keep(plan, reading, self._met.new_in(intake))
            return
        note = "An earlier source already reads this file for this channel: counted once."
        if first != reading.path:
            note = f"The same file as {first}, byte for byte: counted once."
        self._account(plan, replace(reading, rows=(), refusals=()), Intake(notes=(note,)))

    def corrections(self, folder: Path, name: str | None) -> tuple[Correction, ...]:
        """What people said in an earlier round; the file lies beside the case, not at its root."""
        if name is None:
            return ()
        reading = read(folder.resolve(), folder / name)
        found, refused = corrections_in(reading.rows, self.known)
        self.accounts.append(
            SourceAccount(
                path=reading.path,
                sha256=reading.sha256,
                kind=reading.kind,
                channel="corrections",
                rows_read=len(reading.rows),
                records=0,
                refused=reading.refusals + refused,
                notes=(*reading.notes, f"{len(found)} corrections by people."),
            )
        )
        return found

    def labels(self, folder: Path) -> tuple[Labelled, ...]:
        """What people answered for the samples that were drawn from this case."""
        found: list[Labelled] = []
        for path in sorted(folder.glob("*.json")):
            name = f"{LABELS}/{path.name}"
            content = _bytes_of(path)
            one = labelled_in(content, name)
            is_read = isinstance(one, Labelled)
            if isinstance(one, Labelled):
                found.append(one)
            self.accounts.append(
                SourceAccount(
                    path=name,
                    sha256=sha256(content).hexdigest(),
                    kind="json",
                    channel="labels",
                    rows_read=len(one.labels) if isinstance(one, Labelled) else 0,
                    records=0,
                    refused=() if isinstance(one, Labelled) else (one,),
                    notes=("A sample for people to label, and their answers.",) if is_read else (),
                )
            )
        return tuple(found)

    def _keep(self, plan: Plan, reading: Reading, intake: Intake) -> None:
        self.records.extend(intake.records)
        self.discrepancies = list(dict.fromkeys((*self.discrepancies, *intake.discrepancies)))
        self.totals = list(dict.fromkeys((*self.totals, *intake.totals)))
        self.names |= intake.names
        self.names |= {one.author for one in intake.records if one.author and is_person(one.author)}
        if intake.chosen is not None:
            self.chosen.append((reading.path, intake.chosen))
        self._account(plan, reading, intake)

    def _account(self, plan: Plan, reading: Reading, intake: Intake) -> None:
        self.accounts.append(
            SourceAccount(
                path=reading.path,
                sha256=reading.sha256,
                kind=reading.kind,
                channel=plan.channel,
                rows_read=len(reading.rows),
                records=len(intake.records),
                total=_total(plan, intake),
                refused=reading.refusals + intake.refusals,
                left_out=intake.left_out,
                notes=reading.notes + intake.notes,
                source=plan.index,
                periods=_periods(plan, intake),
                expected_rows=plan.expected_rows,
                expected_total=plan.expected_total,
                expected_periods=plan.expected_periods,
            )
        )


def _total(plan: Plan, intake: Intake) -> Decimal:
    """What this file adds to its channel: an audit that misses it later knows how much is gone."""
    mine = (one for one in intake.records if one.channel is plan.channel and is_counted(one))
    return sum(map(mass_of, mine), Decimal(0))


def _periods(plan: Plan, intake: Intake) -> tuple[str, ...]:
    mine = (one.period for one in intake.records if one.channel is plan.channel)
    return tuple(sorted({period for period in mine if period}))


def _nothing(plan: Plan) -> Reading:
    reason = f"no file matches '{plan.path}' below the root"
    if ".." in Path(plan.path).parts or Path(plan.path).is_absolute():
        reason = f"'{plan.path}' leaves the root of the case"
    remedy = "Correct path in this [[source]], or put the file there."
    return Reading(
        plan.path, "", "missing", refusals=(Refusal(Place(plan.path), plan.path, reason, remedy),)
    )
