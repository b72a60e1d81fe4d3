"""How is the case to be read (`northing.toml`), and what should be found in it (`expected.toml`)?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from .files import write_text
from .plan import IDS, NONE, PEOPLE_IN_MINUTES_ONLY, PEOPLE_LISTED, PROMISED, YEARS, Version
from .truth import Truth, share_of_mentions
from .words import MISSION


def write_case(folder: Path, version: Version, truth: Truth) -> None:
    write_text(folder / "northing.toml", "\n".join([_head(version), *map(_commitment, PROMISED), _sources(version)]))
    if not version.honest:
        _plant_what_spans_files(truth)
    write_text(folder / "expected.toml", _expected(version, truth))


def _head(version: Version) -> str:
    twin = (
        "the honest twin: its money, bonuses and decisions follow its words"
        if version.honest
        else "its contradictions are listed in expected.toml"
    )
    return f"""# Harbour Health, an invented regional health charity; {twin}.
# Made by examples/make_harbour_health.py; change that, not this.

[organisation]
name = "Harbour Health"
currency = "EUR"
language = "en"

[people]
names = {_value(list(PEOPLE_LISTED))}
"""


def _commitment(promise: Any) -> str:
    lines = [
        "[[commitment]]", f"id = {_value(promise.id)}", f"text = {_value(promise.text)}", f"layer = {_value(promise.layer)}",
        f"weight = {promise.weight}", *(["guardrail = true"] if promise.guardrail else []),
        f"living_it = {_value(list(promise.living_it))}", f"breaking_it = {_value(list(promise.breaking_it))}", "",
    ]  # fmt: skip
    return "\n".join(lines)


def _sources(version: Version) -> str:
    parts = [
        _text("strategy.docx", "words", "2023", "outside", "2023-01-31"),
        _text("website-2023.md", "words", "2023", "outside", "2023-02-15"),
        _text("website.md", "words", "2025", "outside", "2025-12-31"),
        _text("annual-report-2024.pdf", "words", "2024", "outside", "2025-04-30"),
        *(_text(f"minutes/{year}-*.md", "communications", str(year), "inside", f"{year}-12-31") for year in YEARS),
        "# Staff and premises. What is bought from suppliers stands in the ledger; the two do not overlap.\n",
        *(_budget(year) for year in YEARS),
        LEDGER + "".join(_rule({"Programme": promise.tag}, promise.id) for promise in PROMISED) + _rule({"Programme": "Overheads"}, NONE),
        PETTY_CASH, JOURNAL, DECISIONS, INDICATORS, BONUSES, HOURS,
        *(_rule({"Theme": theme}, commitment) for theme, commitment in THEMES),
        INITIATIVES, PULSES,
    ]  # fmt: skip
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _text(path: str, channel: str, period: str, audience: str, received: str) -> str:
    return f'[[source]]\npath = "{path}"\nchannel = "{channel}"\ndate = "{period}"\naudience = "{audience}"\nreceived = "{received}"\n'


def _budget(year: int) -> str:
    rules = "".join(_rule({"Code": f"{promise.code}-*"}, promise.id) for promise in PROMISED)
    return f"""[[source]]
path = "budget/budget-{year}.xlsx"
channel = "money"
side = "spending"
date = "{year}"
header_row = 4
received = "{year}-01-10"
[source.columns]
id = "Code"
text = "Line"
parent = "Part of"
unit = "Region"
amount = "Approved"
{rules}{_rule({"Code": "AD-*"}, NONE)}"""


def _rule(where: Mapping[str, str], commitment: str) -> str:
    inside = ", ".join(f"{_key(key)} = {_value(value)}" for key, value in where.items())
    return f"[[source.rule]]\nwhere = {{ {inside} }}\ncommitment = {_value(commitment)}\n"


LEDGER = """[[source]]
path = "ledger/payments-*.csv"
channel = "money"
side = "spending"
received = "2026-01-15"
[source.columns]
id = "Voucher"
date = "Booking date"
text = "Description"
unit = "Region"
amount = "Amount EUR"
[source.expected]
periods = ["2023", "2024", "2025"]
"""
PETTY_CASH = """[[source]]
path = "petty-cash.csv"
channel = "money"
unit = "Central"
side = "spending"
received = "2026-01-15"
[source.columns]
date = "Date"
text = "What for"
amount = "Amount"
[source.expected]
rows = 36
"""
JOURNAL = """[[source]]
path = "cash.journal"
channel = "money"
unit = "Central"
received = "2026-01-15"
[[source.rule]]
where = { account = ["expenses:staff:rest", "assets:funds:rest*"] }
commitment = "rested-staff"
"""
DECISIONS = """[[source]]
path = "decisions.csv"
channel = "decisions"
received = "2026-01-15"
[source.columns]
id = "Number"
date = "Date"
text = "Decision"
unit = "Region"
commitment = "Promise"
stance = "Bearing"
outcome = "Outcome"
"""
INDICATORS = """[[source]]
path = "kpis.xlsx"
sheet = "Indicators"
header_row = 3
channel = "metrics"
received = "2026-01-15"
[source.columns]
text = "Indicator"
date = "Year"
unit = "Region"
amount = "Reading"
target = "Target"
commitment = "Promise"
"""
BONUSES = """[[source]]
path = "bonus-scheme.csv"
channel = "incentives"
received = "2026-01-15"
[source.columns]
text = "Measure"
date = "Year"
level = "Level"
amount = "Weight %"
commitment = "Promise"
stance = "Bearing"
"""
HOURS = """[[source]]
path = "time/leaders-2025.csv"
channel = "time"
received = "2026-01-15"
[source.columns]
text = "Theme"
date = "Month"
level = "Level"
amount = "Hours"
"""
THEMES = (
    ("Screening and prevention", "prevention"), ("Care plans and longer appointments", "whole-person"), ("Therapy for young people", "young-minds"),
    ("Rounds with visiting nurses", "home-visits"), ("Meetings with family carers", "family-carers"),
    ("Interpreters and translations", "language-access"), ("Rosters and rest of staff", "rested-staff"),
    ("Accounts in plain words", "open-books"), ("Budget and controlling", NONE), ("Fundraising dinners", NONE), ("Press and interviews", NONE),
)  # fmt: skip
INITIATIVES = """[[source]]
path = "initiatives.jsonl"
channel = "initiatives"
received = "2026-01-15"
[source.columns]
id = "id"
date = "announced"
text = "description"
amount = "budget_eur"
commitment = "promise"
outcome = "status"
"""
PULSES = """[[source]]
path = "survey/pulse-*.csv"
channel = "voice"
audience = "inside"
received = "2026-01-15"
[source.columns]
date = "Closed on"
text = "Statement"
unit = "Region"
amount = "Agree %"
commitment = "Promise"
[source.expected]
periods = ["2023", "2024", "2025"]
"""


# what should be found ------------------------------------------------------------------------------------------------------


def _plant_what_spans_files(truth: Truth) -> None:
    years = [str(year) for year in YEARS]
    money = {c: {str(year): _share(truth.share(year, c)) for year in YEARS} for c in IDS}
    said = share_of_mentions(truth, IDS)
    truth.plant(
        "prevention-praised-not-paid", "words-without-money", "prevention", "money", years,
        [
            {"file": "strategy.docx", "text": "Prevention is crucial to our mission and the heart of Harbour Health."},
            {"file": "budget/budget-2025.xlsx", "text": "Prevention, *"},
        ],
        {"share_of_mentions": said["prevention"], "share_of_money": money["prevention"]},
        "Prevention is spoken of more than anything else; its share of the money is below 2 % and falls every year.",
    )  # fmt: skip
    truth.plant(
        "family-carers-silent", "silent-since", "family-carers", "words", ["2024", "2025"],
        [{"file": "strategy.docx", "text": MISSION}, truth.marks["family-carers-2023"]],
        {"last_spoken_of": "2023", "mentions_since": 0},
        "Family carers stand in the mission and on the website of 2023; since then neither the website, the report nor the minutes name them.",
    )  # fmt: skip
    regions = {
        f"share_in_{unit.lower()}": {str(year): _share(truth.share(year, "home-visits", unit)) for year in YEARS}
        for unit in ("North", "South", "Coast")
    }
    truth.plant(
        "home-visits-north-and-south", "hidden-by-netting", "home-visits", "money", years,
        [{"file": f"budget/budget-{year}.xlsx", "sheet": unit, "text": f"Home visits, {unit}"} for year in YEARS for unit in ("North", "South")],
        {"share_of_mentions": said["home-visits"], "share_of_money": money["home-visits"], **regions},
        "In all, home visits get the share of money that they have of the words; South gives them far more, and North hardly anything.",
    )  # fmt: skip
    truth.plant(
        "interpreters-hardly-mentioned", "quiet-deed", "language-access", "money", years,
        [{"file": "ledger/payments-*.csv", "text": "Interpret*"}, {"file": "budget/budget-2025.xlsx", "text": "Interpreters, *"}],
        {"share_of_mentions": said["language-access"], "share_of_money": money["language-access"]},
        "Interpreters get more of the money than most promises, and are hardly ever mentioned.",
    )  # fmt: skip


def _share(value: float) -> float:
    return round(value, 4)


def _expected(version: Version, truth: Truth) -> str:
    lines = [
        "# What is true of this case. Made by examples/make_harbour_health.py together with the files it speaks of.",
        "# Lines count from 1 and include the header. Shares are of the true mass: what each line is for, tagged or not.", "",
    ]  # fmt: skip
    lines += ["planted = []", ""] if version.honest else []
    lines += ["refused = []", ""] if not truth.refused else []
    lines += [
        "[people]",
        f"in_the_case = {_value(list(PEOPLE_LISTED))}",
        f"in_minutes_only = {_value(list(PEOPLE_IN_MINUTES_ONLY))}",
        "",
    ]
    lines += ["[records]", *(f"{_key(key)} = {value}" for key, value in truth.records.items()), ""]
    lines += ["[share_of_mentions]", *(f"{_key(key)} = {value}" for key, value in share_of_mentions(truth, IDS).items()), ""]
    for item in sorted(truth.planted, key=lambda item: str(item["id"])):
        lines += ["[[planted]]", *(f"{key} = {_value(value)}" for key, value in item.items() if key != "where")]
        for place in item["where"]:
            lines += ["[[planted.where]]", *(f"{key} = {_value(value)}" for key, value in place.items())]
        lines.append("")
    for item in truth.refused:
        lines += ["[[refused]]", *(f"{key} = {_value(value)}" for key, value in item.items()), ""]
    for year in YEARS:
        lines += _money(truth, year)
    return "\n".join(lines)


def _money(truth: Truth, year: int) -> list[str]:
    spent = sum((a for (y, _), a in truth.money.items() if y == year), Decimal(0))
    lines = [
        "[[money]] # parts only, every voucher once; `tagged` is what columns and rules say, `all` what is so",
        f'period = "{year}"',
        f"total = {_value(spent)}",
    ]
    for unit in ("North", "South", "Coast", "Central"):
        lines.append(
            f"{unit.lower()} = {_value(sum((a for (y, u, _), a in truth.by_unit.items() if (y, u) == (year, unit)), Decimal(0)))}"
        )
    lines.append("[money.all]")
    lines += [f"{_key(c)} = {_value(truth.money[year, c])}" for c in (*IDS, NONE)]
    lines.append("[money.tagged]")
    lines += [f"{_key(c)} = {_value(truth.tagged[year, c])}" for c in IDS]
    return [*lines, ""]


def _key(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isalnum() and key.isascii() else json.dumps(key, ensure_ascii=False)


def _value(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(str(key))} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, Sequence):
        return "[" + ", ".join(_value(inner) for inner in value) + "]"
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return str(value)
