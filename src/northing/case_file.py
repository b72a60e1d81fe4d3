"""What does a case file say, and is everything in it understood?

A case is a folder with a `northing.toml`, or such a file itself. Every key is known: an unknown or
misspelt one is refused with its place, because a silently ignored key is a silently wrong audit.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from northing.foundations.sources.opened import ReadOptions
from northing.foundations.sources.written_dates import UnreadableDate, parse_when
from northing.stages.clarify.commitments.facts import Layer
from northing.stages.diagnose.findings.rules.catalogue.all import CATALOGUE
from northing.stages.records.imports.facts import COLUMNS, Plan
from northing.stages.records.ledger.facts import Channel, Side, Stance

FILE_NAME = "northing.toml"
LABELS = "verification"
"""The folder beside the case file that samples and their labels stand in."""


class UnreadableCase(Exception):  # noqa: N818 - named for what it tells, as the style asks
    """The case cannot be read at all: `complaints` are sentences with the place and the remedy."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = complaints


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


Text = Annotated[str, Field(min_length=1)]
Weight = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]


class OrganisationPart(_Part):
    name: Text
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Za-z]{2,4})?$")] = "en"
    fiscal_year_starts: Annotated[int, Field(ge=1, le=12)] | None = None


class PeoplePart(_Part):
    names: tuple[Text, ...] = ()


class LinkingPart(_Part):
    meaning: bool = False


class JudgePart(_Part):
    """Where a language model may be asked, and at what price a million tokens."""

    url: Annotated[str, Field(pattern=r"^https?://[^\s@]+$")]
    model: Text
    price_sent: Weight | None = None
    price_back: Weight | None = None

    def prices(self) -> tuple[Decimal, Decimal] | None:
        """None unless both were given: half a price would be a wrong one."""
        if self.price_sent is None or self.price_back is None:
            return None
        return self.price_sent, self.price_back


class CommitmentPart(_Part):
    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]
    text: Text
    layer: Layer | None = None
    weight: Weight = Decimal(1)
    guardrail: bool = False
    living_it: tuple[Text, ...] = ()
    breaking_it: tuple[Text, ...] = ()

    @field_validator("id")
    @classmethod
    def _is_free(cls, value: str) -> str:
        if value == "none":
            raise ValueError("'none' is the name of the residual; choose another id")
        return value


class RulePart(_Part):
    where: dict[str, str | int | tuple[str | int, ...]] = Field(min_length=1)
    commitment: str | dict[str, Weight]
    stance: Stance | None = None

    def shares(self) -> dict[str, Decimal]:
        """Empty for `none`: the rule says that the row serves no commitment."""
        if isinstance(self.commitment, str):
            return {} if self.commitment == "none" else {self.commitment: Decimal(1)}
        return dict(self.commitment)

    def values(self) -> dict[str, tuple[str, ...]]:
        return {
            column: tuple(str(one) for one in (wanted if isinstance(wanted, tuple) else (wanted,)))
            for column, wanted in self.where.items()
        }


class ExpectedPart(_Part):
    rows: Annotated[int, Field(ge=0)] | None = None
    total: Decimal | None = None
    periods: tuple[str | int, ...] = ()


class SourcePart(_Part):
    path: Text
    channel: Channel
    columns: dict[str, str | dict[str, str]] = {}
    rule: tuple[RulePart, ...] = ()
    expected: ExpectedPart = ExpectedPart()
    sheet: str | None = None
    header_row: Annotated[int, Field(ge=1)] | None = None
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    encoding: str | None = None
    kind: str | None = None
    date: Any = None
    received: Any = None
    unit: str | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    side: Side | None = None
    audience: str | None = None

    @model_validator(mode="after")
    def _knows_its_columns(self) -> SourcePart:
        for name, header in self.columns.items():
            if name not in COLUMNS:
                raise ValueError(
                    f"*{name}* is no column a source may name; these are: {', '.join(COLUMNS)}"
                )
            if isinstance(header, dict) and name != "amount":
                raise ValueError(f"only *amount* may be a table of period and column, not *{name}*")
        return self


class ReplyPart(_Part):
    """What the organisation answers to a finding of an earlier audit."""

    finding: Text
    commitment: str | None = None
    text: Text
    by: Text
    on: date

    @field_validator("finding")
    @classmethod
    def _is_known(cls, value: str) -> str:
        if value not in CATALOGUE:
            raise ValueError("no finding has this code; docs/reference/finding-codes.md lists them")
        return value


class CaseFile(_Part):
    """The whole file, as written."""

    organisation: OrganisationPart
    root: str | None = None
    corrections: Text | None = None
    linking: LinkingPart = LinkingPart()
    judge: JudgePart | None = None
    people: PeoplePart = PeoplePart()
    commitment: tuple[CommitmentPart, ...] = ()
    source: tuple[SourcePart, ...] = ()
    reply: tuple[ReplyPart, ...] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> CaseFile:
        ids = [one.id for one in self.commitment]
        twice = sorted(one for one, count in Counter(ids).items() if count > 1)
        if twice:
            raise ValueError(
                f"commitment id {', '.join(twice)} is used twice; every id names one promise"
            )
        if not ids:
            raise ValueError(
                "there is no [[commitment]]; state at least one promise, or run northing init"
            )
        if not self.source:
            raise ValueError("there is no [[source]]; name at least one file to read")
        for number, source in enumerate(self.source, 1):
            for rule in source.rule:
                _check_rule(rule, set(ids), number)
        for number, one in enumerate(self.reply, 1):
            if one.commitment is not None and one.commitment not in ids:
                raise ValueError(
                    f"reply {number} names commitment {one.commitment}, "
                    f"which the case does not have; it has: {', '.join(sorted(ids))}"
                )
        return self


def _check_rule(rule: RulePart, known: set[str], number: int) -> None:
    unknown = sorted(set(rule.shares()) - known)
    if unknown:
        raise ValueError(
            f"source {number}: a rule names commitment {', '.join(unknown)}, "
            f"which the case does not have; it has: {', '.join(sorted(known))}"
        )
    if rule.shares() and not any(rule.shares().values()):
        raise ValueError(
            f"source {number}: a rule gives every commitment a share of 0; "
            'write commitment = "none" if the rows serve none'
        )
    if sum(rule.shares().values()) > 1:
        raise ValueError(f"source {number}: the shares of a rule add up to more than 1")


def find_case(path: Path) -> Path:
    """The TOML file of a case that was named by its folder or by the file."""
    found = path / FILE_NAME if path.is_dir() else path
    if not found.is_file():
        raise UnreadableCase(
            [f"There is no case at {path}: no {FILE_NAME} there. Run northing init to write one."]
        )
    return found


def read_case_file(path: Path) -> CaseFile:
    """Raises `UnreadableCase` with one sentence for each thing that is wrong."""
    try:
        content = tomllib.loads(path.read_text("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise UnreadableCase(
            [f"{path.name}: the file is not UTF-8 text; save it as UTF-8."]
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise UnreadableCase([f"{path.name}: this is not TOML: {error}."]) from error
    except OSError as error:
        raise UnreadableCase([f"{path.name} cannot be read: {error.strerror}."]) from error
    try:
        return CaseFile.model_validate(content)
    except ValidationError as error:
        raise UnreadableCase([_sentence(path.name, one) for one in error.errors()]) from error


def plan_of(index: int, source: SourcePart, organisation: OrganisationPart) -> Plan:
    """How the rooms are to read this source. Raises `UnreadableCase` for a day that is none."""
    wide = source.columns.get("amount")
    return Plan(
        index=index,
        columns={name: one for name, one in source.columns.items() if isinstance(one, str)},
        amounts=_periods_of(index, wide) if isinstance(wide, dict) else {},
        date=_written(index, "date", source.date),
        received=_written(index, "received", source.received),
        currency=source.currency or organisation.currency,
        fiscal_year_starts=organisation.fiscal_year_starts,
        expected_rows=source.expected.rows,
        expected_total=source.expected.total,
        expected_periods=tuple(str(one) for one in source.expected.periods),
        **source.model_dump(
            include={
                "path", "channel", "sheet", "header_row", "delimiter", "encoding", "kind",
                "unit", "side", "audience",
            }
        ),
    )  # fmt: skip


def _periods_of(index: int, wide: dict[str, str]) -> dict[str, str]:
    return {_written(index, "amount", period) or period: name for period, name in wide.items()}


def _written(index: int, key: str, value: object) -> str | None:
    if value is None:
        return None
    try:
        parse_when(str(value))
    except UnreadableDate as error:
        raise UnreadableCase([f"northing.toml, source {index + 1}, *{key}*: {error}."]) from error
    return str(value)


def options_of(plan: Plan) -> ReadOptions:
    return ReadOptions(
        sheet=plan.sheet,
        header_row=plan.header_row,
        delimiter=plan.delimiter,
        encoding=plan.encoding,
    )


def _sentence(file: str, error: Any) -> str:
    where = _where(error["loc"])
    value = error.get("input")
    shown = f" '{value}'" if isinstance(value, (str, int, Decimal, bool)) else ""
    message = str(error["msg"]).removeprefix("Value error, ")
    if error["type"] == "extra_forbidden":
        message, shown = "this key is not known here; check its spelling", ""
    elif error["type"] == "missing":
        message, shown = "this key is missing", ""
    place = f", {where}" if where else ""
    return f"{file}{place}:{shown} {message[:1].lower()}{message[1:]}."


def _where(location: tuple[str | int, ...]) -> str:
    """('commitment', 1, 'weight') → commitment 2, *weight*."""
    words: list[str] = []
    for part in location:
        if isinstance(part, int) and words:
            words[-1] = f"{words[-1].strip('*')} {part + 1}"
        else:
            words.append(f"*{part}*")
    return ", ".join(
        word.strip("*") if index < len(words) - 1 else word for index, word in enumerate(words)
    )
