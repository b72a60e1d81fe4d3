"""Does a page that records a decision say all it has to?

A Markdown file with facts above and a table of answers below, as it lies in a repository:

    ---
    id: 0007-vans
    status: accepted
    author: amina
    signed: bruno, chiara
    decided: 2026-05-04
    review: 2026-11-04
    superseded by: 0012-bikes
    ---
    # Do we buy vans?

    | commitment | advances | compromises | reason | condition |
    |---|---|---|---|---|
    | care | yes | no | they reach those who cannot come | |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from northing.foundations.sources.front_matter import split_front_matter
from northing.stages.decide.purpose_test.facts import Answer, Decision, Recorded, Said, State

HEAD = ("commitment", "advances", "compromises")
TITLE = re.compile(r"^#\s+(.+?)\s*$", re.MULTILINE)
RULE = re.compile(r"^[\s|:-]+$")
NAMES = re.compile(r"\s*[,;]\s*")
KEYS = {
    "id", "status", "author", "signed", "overridden by", "because", "decided", "drafted", "review",
    "reviewed", "superseded by", "kind", "amount", "region", "unit", "affected",
    "options", "proposed", "success", "forecast", "happened",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a page: where, and what to do."""

    path: str
    sentence: str


def page_of(path: str, text: str) -> tuple[Recorded | None, tuple[Complaint, ...]]:
    """The decision on a page, and all that was not understood; None where too little was."""
    facts, body = split_front_matter(text.replace("\r\n", "\n"))
    said = {str(key).strip().casefold(): _text(value) for key, value in facts.items()}
    complaints: list[str] = [
        f"the key {key!r} is not known; remove it or mend its spelling."
        for key in sorted(set(said) - KEYS)
    ]
    title = TITLE.search(body)
    state = _state(said, complaints)
    for key in ("id", "author"):
        if not said.get(key):
            complaints.append(f"{key} is missing; write it above the text.")
    if title is None:
        complaints.append("it has no heading; write the question as # heading.")
    if title is None or state is None or not said.get("id"):
        return None, tuple(Complaint(path, one) for one in complaints)
    decision = _decision(said, title.group(1), tuple(_answers(body, complaints)), complaints)
    page = Recorded(
        decision=decision,
        state=state,
        signed=_names(said.get("signed", "")),
        overridden_by=said.get("overridden by", ""),
        because=said.get("because", ""),
        superseded_by=said.get("superseded by", ""),
    )
    return page, tuple(Complaint(path, one) for one in complaints)


def _text(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "" if value is None else str(value).strip()


def _state(said: Mapping[str, str], complaints: list[str]) -> State | None:
    given = said.get("status", "")
    try:
        return State(given.casefold())
    except ValueError:
        known = ", ".join(one.value for one in State)
        complaints.append(f"its status {given!r} is none; write one of {known}.")
        return None


def _decision(
    said: Mapping[str, str], question: str, answers: tuple[Answer, ...], complaints: list[str]
) -> Decision:
    return Decision(
        id=said["id"],
        question=question,
        options=_names(said.get("options", "")),
        proposed=said.get("proposed", ""),
        author=said.get("author", ""),
        kind=said.get("kind", ""),
        amount=_amount(said, complaints),
        region=said.get("region", ""),
        unit=said.get("unit", ""),
        affected=_names(said.get("affected", "")),
        answers=answers,
        success=said.get("success", ""),
        forecast=_forecast(said, complaints),
        drafted_on=_day(said, "drafted", complaints),
        decided_on=_day(said, "decided", complaints),
        review_on=_day(said, "review", complaints),
        reviewed_on=_day(said, "reviewed", complaints),
        happened=_happened(said, complaints),
    )


def _answers(body: str, complaints: list[str]) -> Iterator[Answer]:
    seen: set[str] = set()
    for row in _rows(body):
        name = row["commitment"]
        if name in seen:
            complaints.append(f"{name} is answered twice; keep one row.")
            continue
        seen.add(name)
        advances, compromises = (_said(row, key, complaints) for key in HEAD[1:])
        reason, condition = row.get("reason", ""), row.get("condition", "")
        yield Answer(name, advances, compromises, reason, (), condition)


def _rows(body: str) -> Iterator[dict[str, str]]:
    """Rows of the first table whose head begins with the words of the two questions."""
    head: Sequence[str] = ()
    for line in body.split("\n"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if "|" not in line:
            if head:
                return
        elif not head:
            names = [cell.casefold() for cell in cells]
            head = names if set(HEAD) <= set(names) else ()
        elif not RULE.match(line):
            yield dict(zip(head, cells, strict=False)) | dict.fromkeys(head[len(cells) :], "")


def _said(row: Mapping[str, str], key: str, complaints: list[str]) -> Said:
    given = row.get(key, "").casefold()
    if given in {"", "?"}:
        return Said.CANNOT_TELL
    try:
        return Said(given)
    except ValueError:
        complaints.append(
            f"{row['commitment']}, {key}: {given!r} is no answer; write yes, no or cannot tell."
        )
        return Said.CANNOT_TELL


def _day(said: Mapping[str, str], key: str, complaints: list[str]) -> date | None:
    given = said.get(key, "")
    if not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        complaints.append(f"{key}: {given!r} is no day; write it as 2026-05-04.")
        return None


def _amount(said: Mapping[str, str], complaints: list[str]) -> Decimal | None:
    given = said.get("amount", "")
    try:
        amount = Decimal(given) if given else None
    except InvalidOperation:
        amount = Decimal("NaN")
    if amount is not None and not amount.is_finite():
        complaints.append(f"amount: {given!r} is no number; write it like 250000.")
        return None
    return amount


def _forecast(said: Mapping[str, str], complaints: list[str]) -> float | None:
    given = said.get("forecast", "")
    try:
        value = float(given) if given else None
    except ValueError:
        value = -1.0
    if value is not None and not 0 <= value <= 1:
        complaints.append(f"forecast: {given!r} is no probability; write it like 0.7.")
        return None
    return value


def _happened(said: Mapping[str, str], complaints: list[str]) -> bool | None:
    given = said.get("happened", "").casefold()
    if given in {"yes", "true", "no", "false"}:
        return given in {"yes", "true"}
    if given:
        complaints.append(f"happened: {given!r} is no answer; write yes or no, or leave it out.")
    return None


def _names(given: str) -> tuple[str, ...]:
    return tuple(one for one in NAMES.split(given.strip()) if one)
