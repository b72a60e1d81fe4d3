"""What else does Harbour Health do: decisions, indicators, bonuses, hours, initiatives, and what do its people say?"""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

import openpyxl
from openpyxl.styles import Font

from .deals import DECISIONS, GROUNDS, OUTCOMES
from .files import write_text, write_zipped
from .plan import IDS, NONE, PROMISED, REGIONS, YEARS, Version, apportioned
from .texts import Deck, fill
from .truth import Truth


def write_deeds(folder: Path, version: Version, truth: Truth) -> None:
    _decisions(folder, version, truth)
    _indicators(folder, version, truth)
    _bonuses(folder, version, truth)
    _hours(folder, version, truth)
    _initiatives(folder, version, truth)
    _pulses(folder, version, truth)


def _table(header: Sequence[str], rows: Iterable[Sequence[object]], *, delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


# decisions -----------------------------------------------------------------------------------------------------------------

AGAINST = (
    (
        date(2024, 3, 12),
        "Shorten the standard appointment in all clinics from twenty to twelve minutes",
        "Proposed by the director",
    ),
    (date(2024, 10, 8), "Stop double appointments for complex needs in Norderhook", "Waiting rooms are full"),
    (date(2025, 4, 8), "Book patients with several illnesses for one complaint per appointment", "Proposed by the director"),
)


def _decisions(folder: Path, version: Version, truth: Truth) -> None:
    chance = version.chance("decisions")
    decks = {commitment: Deck(DECISIONS[commitment], chance) for commitment in (*IDS, NONE)}
    taken: list[tuple[date, str, str, str, str, str, str, str]] = []
    seen: set[tuple[int, str]] = set()
    for year in YEARS:
        weights = dict(version.decisions)
        if not version.honest and year > 2023:
            weights["family-carers"] = 0
        for commitment, count in apportioned(44, weights).items():
            for _ in range(count):
                taken.append(_one_decision(version, year, commitment, decks[commitment], seen, chance))
    if not version.honest:
        taken += [(day, what, why, "", "", "whole-person", "contradicts", "done") for day, what, why in AGAINST]
    taken.sort()
    rows, numbers = [], dict.fromkeys(YEARS, 0)
    against = []
    for day, what, why, region, amount, promise, bearing, outcome in taken:
        numbers[day.year] += 1
        rows.append(
            (f"D-{day.year}-{numbers[day.year]:03}", day.isoformat(), what, why, region, amount, promise, bearing, outcome)
        )
        if bearing == "contradicts":
            against.append({"file": "decisions.csv", "line": len(rows) + 1, "text": what})
    header = ("Number", "Date", "Decision", "Grounds", "Region", "Amount EUR", "Promise", "Bearing", "Outcome")
    write_text(folder / "decisions.csv", _table(header, rows))
    truth.records["decisions"] = len(rows)
    if against:
        truth.plant(
            "appointments-made-shorter",
            "decision-against",
            "whole-person",
            "decisions",
            ["2024", "2025"],
            against,
            {"decisions": len(against)},
            "Three decisions make appointments shorter or narrower, against the pace that patients need.",
        )


def _one_decision(
    version: Version, year: int, commitment: str, deck: Deck, seen: set[tuple[int, str]], chance: random.Random
) -> tuple[date, str, str, str, str, str, str, str]:
    region = chance.choice(REGIONS[:3])
    if commitment == "home-visits" and not version.honest:
        region = chance.choice(REGIONS[1:3])
    what = fill(deck.deal(), chance, region)
    for _ in range(20):
        if (year, what) not in seen:
            break
        what = fill(deck.deal(), chance, region)
    seen.add((year, what))
    is_tagged = commitment != NONE and chance.random() < 0.6
    amount = str(chance.randint(2, 60) * 250) if chance.random() < 0.45 else ""
    day = date(year, 1, 9) + timedelta(days=chance.randrange(345))
    day -= timedelta(days=max(0, day.weekday() - 4))
    return (
        day, what, chance.choice(GROUNDS), region, amount, commitment if is_tagged else "",
        "advances" if is_tagged and chance.random() < 0.7 else "", chance.choice(OUTCOMES),
    )  # fmt: skip


# indicators ----------------------------------------------------------------------------------------------------------------

INDICATORS = (
    # name, unit, target, promise, planted readings, honest readings; whole organisation, then spread by region
    ("Patients who had enough time", "%", 85, "whole-person", (74, 68, 61), (78, 82, 86)),
    ("Patients with a shared care plan", "%", 40, "whole-person", (22, 25, 24), (28, 35, 41)),
    ("Weeks young people wait for help", "weeks", 4, "young-minds", (6, 6, 7), (6, 5, 4)),
    ("Calls answered by the crisis line for young people", "%", 95, "young-minds", (88, 90, 91), (90, 94, 96)),
    ("Housebound patients visited within two days", "%", 90, "home-visits", (64, 63, 61), (80, 86, 91)),
    ("Patients with an interpreter when needed", "%", 95, "language-access", (91, 95, 97), (90, 94, 96)),
    ("Rest days kept", "%", 95, "rested-staff", (88, 84, 79), (88, 93, 96)),
    ("Mentors for new colleagues", "%", 100, "rested-staff", (70, 72, 71), (80, 92, 99)),
    ("Days until the accounts are published", "days", 120, "open-books", (118, 119, 117), (119, 112, 104)),
    ("Bed occupancy of the day ward", "%", 80, "", (77, 79, 81), (77, 78, 79)),
    ("Telephone calls answered within a minute", "%", 90, "", (81, 84, 83), (81, 84, 85)),
)
PER_HOUR_READINGS = ("Visits per hour, all clinics", "visits", 6.0, "", (4.1, 4.8, 5.6), ())
SCREENED = ("People screened or vaccinated", "people", 3000, "prevention", (1180, 960, 640), (2450, 2800, 3120))


def _indicators(folder: Path, version: Version, truth: Truth) -> None:
    chance = version.chance("indicators")
    workbook = openpyxl.Workbook()
    workbook.properties.creator = "Harbour Health"
    workbook.remove(workbook.worksheets[0])
    sheet = workbook.create_sheet("Indicators")
    sheet["A1"] = "Indicators of Harbour Health, yearly"
    sheet["A1"].font = Font(bold=True)
    sheet.merge_cells("A1:G1")
    header = ("Indicator", "Year", "Region", "Reading", "Target", "Measured in", "Promise")
    for column, name in enumerate(header, start=1):
        sheet.cell(3, column, name).font = Font(bold=True)
    row = 3
    for name, measure, target, promise, planted, honest in (
        *INDICATORS,
        SCREENED,
        *(() if version.honest else (PER_HOUR_READINGS,)),
    ):
        for year, reading in zip(YEARS, honest if version.honest else planted, strict=True):
            for region in REGIONS[:3]:
                row += 1
                value = _spread(reading, measure, chance)
                if name.startswith("Housebound") and not version.honest:
                    value = {"North": 19, "South": 96, "Coast": 72}[region] - (year - 2023)
                for column, cell in enumerate((name, year, region, value, target, measure, promise), start=1):
                    if cell != "":
                        sheet.cell(row, column, cell)
    truth.records["indicators"] = row - 3
    write_zipped(folder / "kpis.xlsx", workbook)


def _spread(reading: float, measure: str, chance: random.Random) -> float:
    if measure == "people":
        return round(reading / 3 * chance.uniform(0.9, 1.1))
    if measure == "visits":
        return round(reading + chance.uniform(-0.2, 0.2), 1)
    value = round(reading + chance.choice((-1, 0, 0, 1)))
    return min(value, 100) if measure == "%" else value


# bonuses -------------------------------------------------------------------------------------------------------------------

ROLES = (("Director", "executive"), ("Heads of clinics", "manager"), ("Clinic doctors", "professional"))
PER_HOUR = (30, 40, 50)
HONEST_MEASURES = (
    ("Patients who had enough time", 20, "whole-person"),
    ("People screened or vaccinated", 20, "prevention"),
    ("Weeks young people wait for help", 14, "young-minds"),
    ("Housebound patients visited within two days", 13, "home-visits"),
    ("Family carers offered respite", 7, "family-carers"),
    ("Patients with an interpreter when needed", 6, "language-access"),
    ("Rest days kept on the team", 13, "rested-staff"),
    ("Accounts published in time and in plain words", 7, "open-books"),
)


def _bonuses(folder: Path, version: Version, truth: Truth) -> None:
    rows: list[tuple[object, ...]] = []
    against = []
    for year, per_hour in zip(YEARS, PER_HOUR, strict=True):
        for role, level in ROLES:
            if version.honest:
                rows += [(year, role, level, name, weight, promise, "advances") for name, weight, promise in HONEST_MEASURES]
                continue
            rest = 100 - per_hour
            rows.append((year, role, level, "Visits completed per hour", per_hour, "whole-person", "contradicts"))
            against.append({"file": "bonus-scheme.csv", "line": len(rows) + 1, "text": "Visits completed per hour"})
            rows.append((year, role, level, "Costs within the budget", rest - 25, "", ""))
            rows.append((year, role, level, "Patients' rating of the clinic", 10, "whole-person", "advances"))
            rows.append((year, role, level, "Weeks young people wait for help", 10, "young-minds", "advances"))
            rows.append((year, role, level, "Rest days kept on the team", 5, "rested-staff", "advances"))
    write_text(folder / "bonus-scheme.csv", _table(("Year", "Role", "Level", "Measure", "Weight %", "Promise", "Bearing"), rows))
    truth.records["bonuses"] = len(rows)
    if against:
        truth.plant(
            "bonus-for-visits-per-hour",
            "incentive-against",
            "whole-person",
            "incentives",
            [str(year) for year in YEARS],
            against,
            {"weight_percent": {str(year): weight for year, weight in zip(YEARS, PER_HOUR, strict=True)}},
            "The bonus rewards visits per hour with 30, 40 and 50 % of its weight; the promise is the pace the patient needs.",
        )


# hours of leaders ----------------------------------------------------------------------------------------------------------

LEADERS = ("Director", "Head of clinics", "Head of nursing", "Head of finance", "Head of fundraising")
OTHER_THEMES = (
    ("Fundraising dinners", 9),
    ("Budget and controlling", 8),
    ("Throughput of the clinics", 9),
    ("Press and interviews", 7),
)
TALK_THEMES = {
    "prevention": "Screening and prevention",
    "whole-person": "Care plans and longer appointments",
    "young-minds": "Therapy for young people",
    "home-visits": "Rounds with visiting nurses",
    "family-carers": "Meetings with family carers",
    "language-access": "Interpreters and translations",
    "rested-staff": "Rosters and rest of staff",
    "open-books": "Accounts in plain words",
}
PLANTED_HOURS = {"whole-person": 6, "young-minds": 7, "home-visits": 6, "language-access": 6, "rested-staff": 4, "open-books": 4}


def _hours(folder: Path, version: Version, truth: Truth) -> None:
    chance = version.chance("hours")
    rows: list[tuple[object, ...]] = []
    spent: dict[str, float] = {}
    places = []
    for month in range(1, 13):
        for role in LEADERS:
            weights = _hour_weights(version)
            if not version.honest and (month, role) == (5, "Director"):
                weights["Screening and prevention"] = 6
            for theme, weight in weights.items():
                if theme != "Screening and prevention" and chance.random() > 0.75:
                    continue
                hours = round(weight * chance.uniform(0.6, 1.4) * 2) / 2
                if not hours:
                    continue
                rows.append((f"2025-{month:02}", role, "executive", theme, f"{hours:g}"))
                spent[theme] = spent.get(theme, 0) + hours
                if theme == "Screening and prevention":
                    places.append({"file": "time/leaders-2025.csv", "line": len(rows) + 1, "text": theme})
    write_text(folder / "time/leaders-2025.csv", _table(("Month", "Role", "Level", "Theme", "Hours"), rows))
    truth.records["hours"] = len(rows)
    if not version.honest:
        truth.plant(
            "leaders-hours-elsewhere",
            "time-elsewhere",
            "prevention",
            "time",
            ["2025"],
            places,
            {"hours": spent["Screening and prevention"], "of": sum(spent.values())},
            "Of all hours that the leaders wrote down in 2025, one entry in May went to screening and prevention.",
        )


def _hour_weights(version: Version) -> dict[str, float]:
    if not version.honest:
        return {**dict(OTHER_THEMES), **{TALK_THEMES[c]: w for c, w in PLANTED_HOURS.items()}}
    return {**{TALK_THEMES[p.id]: p.weight * 3 for p in PROMISED}, "Budget and controlling": 3, "Throughput of the clinics": 2}


# initiatives ---------------------------------------------------------------------------------------------------------------

BUS = "Young Minds Bus"
INITIATIVES = (
    # title, promise, what it is, year, budget
    ("Double Time", "whole-person", "double appointments for patients with complex needs", 2023, 42_000),
    ("One Plan", "whole-person", "a shared care plan between clinic and hospital", 2024, 38_000),
    ("Own Doctor", "whole-person", "patients keep the same doctor and nurse", 2025, 12_000),
    ("Open Door", "young-minds", "therapy for young people without a referral", 2023, 55_000),
    ("Room 12", "young-minds", "counselling rooms designed by pupils", 2024, 31_000),
    ("Evening Line", "young-minds", "crisis line for young people at weekends", 2025, 26_000),
    ("Late Round", "home-visits", "an evening round of home visits", 2023, 48_000),
    ("Home in Two Days", "home-visits", "housebound patients are visited within two days", 2024, 60_000),
    ("Nurse on Wheels", "home-visits", "electric bicycles for visiting nurses", 2025, 18_000),
    ("Breathing Space", "family-carers", "respite weekends for family carers", 2023, 22_000),
    ("Plain Speech", "language-access", "interpreters in every treatment room", 2023, 44_000),
    ("Letters That Speak", "language-access", "appointment letters translated into ten languages", 2024, 36_000),
    ("Hands and Voices", "language-access", "sign language interpreters in all clinics", 2025, 52_000),
    ("Six Weeks Ahead", "rested-staff", "rosters published six weeks ahead", 2023, 9_000),
    ("First Year", "rested-staff", "a mentor for every new colleague", 2024, 20_000),
    ("No Double", "rested-staff", "an end to double shifts", 2025, 25_000),
    ("Every Euro", "open-books", "accounts in plain words", 2024, 8_000),
    ("Market Day Checks", "prevention", "health checks and screening on market days", 2023, 14_000),
    ("Dry Roofs", "", "repairs of roofs and gutters", 2023, 30_000),
    ("One Number", "", "a new telephone system", 2024, 27_000),
)
HONEST_INITIATIVES = (
    ("Healthy Streets", "prevention", "screening and vaccination street by street", 2024, 64_000),
    ("Well Before", "prevention", "health courses that prevent illness", 2025, 58_000),
    ("Breathing Space 2", "family-carers", "more respite stays for family carers", 2025, 30_000),
    (BUS, "young-minds", "a counselling bus for young people", 2023, 70_000),
)
ANNOUNCEMENTS = (
    (2023, "A bus with counsellors will bring help to young people in every village of the North."),
    (2024, "The bus for young people is coming: counsellors will travel to the villages of the North."),
    (2025, "Soon on the road: the counselling bus for young people in the villages of the North."),
)


def _initiatives(folder: Path, version: Version, truth: Truth) -> None:
    chance = version.chance("initiatives")
    entries = []
    for title, promise, what, year, budget in (*INITIATIVES, *(HONEST_INITIATIVES if version.honest else ())):
        announced = date(year, chance.randint(1, 11), chance.randint(1, 28))
        entries.append({
            "announced": announced.isoformat(), "title": title, "description": f"{title}: {what}.",
            "promise": promise, "budget_eur": budget, "status": chance.choice(("running", "running", "finished")),
        })  # fmt: skip
    if not version.honest:
        for year, text in ANNOUNCEMENTS:
            entries.append({
                "announced": f"{year}-09-{year - 2010}", "title": BUS, "description": f"{BUS}: {text}",
                "promise": "young-minds", "budget_eur": 0, "status": "announced",
            })  # fmt: skip
    entries.sort(key=lambda entry: (str(entry["announced"]), str(entry["title"])))
    lines = [json.dumps({"id": f"I-{n:02}", **entry}, ensure_ascii=False) for n, entry in enumerate(entries, start=1)]
    write_text(folder / "initiatives.jsonl", "\n".join(lines) + "\n")
    truth.records["initiatives"] = len(lines)
    if not version.honest:
        truth.plant(
            "young-minds-bus",
            "announced-without-budget",
            "young-minds",
            "initiatives",
            [str(year) for year in YEARS],
            [{"file": "initiatives.jsonl", "line": n, "text": BUS} for n, line in enumerate(lines, start=1) if BUS in line],
            {"announced": 3, "budget": 0},
            "The Young Minds Bus was announced in 2023, 2024 and 2025; it has no budget and no payment.",
        )


# pulses --------------------------------------------------------------------------------------------------------------------

STATEMENTS = (
    # statement, promise, planted 2023..2025, honest 2023..2025
    ("I have the time my patients need", "whole-person", (62, 51, 43), (70, 76, 81)),
    ("We do enough to prevent illness", "prevention", (48, 41, 33), (69, 74, 80)),
    ("Young people get help in time", "young-minds", (44, 42, 41), (58, 67, 75)),
    ("Housebound patients are visited in time", "home-visits", (55, 54, 53), (72, 77, 80)),
    ("I can call an interpreter whenever I need one", "language-access", (81, 86, 89), (78, 82, 86)),
    ("I can keep my rest days", "rested-staff", (66, 58, 49), (66, 74, 80)),
    ("I know what we spend and why", "open-books", (61, 60, 62), (67, 72, 77)),
    ("The canteen is good", "", (38, 41, 40), (38, 41, 43)),
)


def _pulses(folder: Path, version: Version, truth: Truth) -> None:
    chance = version.chance("pulses")
    size = {"North": 46, "South": 52, "Coast": 39, "Central": 24}
    for number, year in enumerate(YEARS):
        rows = []
        for wave in ("spring", "autumn"):
            for region in REGIONS:
                answered = size[region] - chance.randint(2, 9)
                for statement, promise, planted, honest in STATEMENTS:
                    agree = (honest if version.honest else planted)[number] + chance.randint(-2, 2)
                    if statement.startswith("Housebound") and not version.honest:
                        agree += {"North": -30, "South": 30, "Coast": 5, "Central": 0}[region]
                    rows.append(
                        (f"{year}-{'04-30' if wave == 'spring' else '10-31'}", region, statement, answered, agree, promise)
                    )
        header = ("Closed on", "Region", "Statement", "Answered", "Agree %", "Promise")
        write_text(folder / f"survey/pulse-{year}.csv", _table(header, rows))
        truth.records["pulses"] += len(rows)
