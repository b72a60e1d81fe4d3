"""What does Harbour Health promise, say and pay, once with contradictions and once without?

Money is in thousands of euros. The budgets hold staff and premises, the ledger holds what is bought
from suppliers: the two do not overlap and may be added.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

YEARS = (2023, 2024, 2025)
REGIONS = ("North", "South", "Coast", "Central")
NONE = "none"


@dataclass(frozen=True)
class Promise:
    """One commitment with the names it goes by in the files."""

    id: str
    text: str
    layer: str
    weight: int
    living_it: tuple[str, ...]
    breaking_it: tuple[str, ...]
    tag: str
    code: str
    department: str
    lines: tuple[tuple[str, int], ...]
    guardrail: bool = False


PROMISED = (
    Promise(
        "prevention",
        "We help people stay well: prevention, screening and vaccination come before illness.",
        "strategic",
        3,
        (
            "prevention comes first",
            "screening days",
            "health checks",
            "vaccination mornings",
            "health courses",
            "preventing illness and staying well",
        ),
        ("screening cancelled", "prevention postponed for lack of money"),
        "Prevention",
        "PV",
        "Prevention",
        (("Screening nurses", 6), ("Health course teachers", 4)),
    ),
    Promise(
        "whole-person",
        "Every patient is treated as a whole person, at the pace they need.",
        "operational",
        3,
        (
            "longer appointments",
            "double appointments for complex needs",
            "care coordinators",
            "shared care plans",
            "unhurried appointments",
            "the whole person",
        ),
        ("bonus for visits per hour", "appointments made shorter", "patients hurried"),
        "Whole person",
        "WP",
        "Whole person care",
        (("Doctors' time for longer appointments", 5), ("Care coordinators", 3), ("Shared care plans, nurses", 2)),
        guardrail=True,
    ),
    Promise(
        "young-minds",
        "No young person waits longer than four weeks for help with their mental health.",
        "strategic",
        2,
        (
            "therapy for young people",
            "therapists for young people",
            "counsellors at school",
            "crisis line for young people",
            "mental health support for young people",
        ),
        ("young people wait longer for therapy", "counselling for young people cut"),
        "Young minds",
        "YM",
        "Young minds",
        (("Therapists for young people", 6), ("School counsellors", 3), ("Crisis line for young people", 1)),
    ),
    Promise(
        "home-visits",
        "Whoever cannot come to us is visited at home, in every district alike.",
        "operational",
        2,
        ("home visits", "visiting nurses", "housebound patients visited within two days", "evening round of home visits"),
        ("home visits stopped in a district", "housebound patients left waiting"),
        "Home visits",
        "HV",
        "Home visits",
        (("Visiting nurses", 7), ("Evening round of home visits", 2), ("Cars for home visits", 1)),
    ),
    Promise(
        "family-carers",
        "Those who care for a relative get counsel and respite.",
        "operational",
        1,
        ("respite stays", "counsel for family carers", "respite for family carers"),
        ("respite stays cancelled",),
        "Family carers",
        "FC",
        "Family carers",
        (("Respite stays for family carers", 6), ("Counsel for family carers", 4)),
    ),
    Promise(
        "language-access",
        "Language is no barrier: every patient is understood, free of charge.",
        "operational",
        1,
        (
            "interpreters free of charge",
            "interpreting line",
            "translated letters and leaflets",
            "understood in their own language",
        ),
        ("children used as interpreters",),
        "Interpreting",
        "LA",
        "Interpreters",
        (("Staff interpreters", 6), ("Telephone interpreting line", 3), ("Translators of letters and leaflets", 1)),
    ),
    Promise(
        "rested-staff",
        "Our staff are rested and supported; nobody works a double shift.",
        "cultural",
        2,
        ("rest days covered by relief staff", "mentors for new colleagues", "rosters six weeks ahead", "rested staff"),
        ("rest days cancelled", "rest fund withdrawn", "double shifts ordered"),
        "Staff",
        "RS",
        "Rest and mentoring",
        (("Relief staff for rest days", 7), ("Mentors for new colleagues", 3)),
    ),
    Promise(
        "open-books",
        "We publish what we take in, what we spend and what we decide.",
        "cultural",
        1,
        ("accounts published in plain words", "open accounts", "decisions published within a month", "audit of the accounts"),
        ("accounts published late", "figures in the report that differ from the accounts"),
        "Open books",
        "OB",
        "Open books",
        (("Publication of the accounts", 6), ("Answers to donors on the accounts", 4)),
        guardrail=True,
    ),
)
PROMISE = {promise.id: promise for promise in PROMISED}
IDS = tuple(PROMISE)

CLINICS = (
    "CL",
    "Clinics",
    (("Clinic reception", 3), ("Laboratory staff", 3), ("Rent of the clinics", 3), ("Cleaning of the clinics", 1)),
)
OFFICE = (
    "AD",
    "Administration",
    (
        ("Management and board", 241),
        ("Accounting and payroll", 118),
        ("Energy of the head office", 64),
        ("Insurance", 41),
        ("Vehicles and depot", 37),
        ("Telephone and computers", 58),
    ),
)
"""Head office lines carry thousands themselves: the annual report quotes some of them."""


@dataclass(frozen=True)
class Version:
    """One telling of the case. `budget` is by region, in thousands, for the middle year 2024."""

    folder: str
    honest: bool
    talk: Mapping[str, int]
    budget: Mapping[str, Mapping[str, int]]
    ledger: Mapping[str, int]
    growth: Mapping[str, tuple[float, float, float]]
    clinics: Mapping[str, int]
    overheads: int
    decisions: Mapping[str, int]

    def chance(self, part: str) -> random.Random:
        """The same part draws the same numbers on every run."""
        return random.Random(f"harbour/{'honest' if self.honest else 'planted'}/{part}")

    def grown(self, commitment: str, year: int) -> float:
        return self.growth.get(commitment, (0.97, 1.0, 1.03))[year - 2023]


PLANTED = Version(
    folder="harbour_health",
    honest=False,
    talk={
        "prevention": 34,
        "whole-person": 20,
        "young-minds": 15,
        "home-visits": 13,
        "family-carers": 3,
        "language-access": 1,
        "rested-staff": 8,
        "open-books": 6,
    },
    budget={
        "prevention": {"North": 18, "South": 15, "Coast": 13},
        "whole-person": {"North": 300, "South": 150, "Coast": 200},
        "young-minds": {"North": 182, "South": 160, "Coast": 150},
        "home-visits": {"North": 6, "South": 430, "Coast": 110},
        "family-carers": {"North": 52, "South": 55, "Coast": 50},
        "language-access": {"North": 150, "South": 130, "Coast": 160},
        "rested-staff": {"North": 60, "South": 45, "Coast": 55},
        "open-books": {"Central": 60},
    },
    ledger={
        "prevention": 41,
        "whole-person": 170,
        "young-minds": 165,
        "home-visits": 150,
        "family-carers": 60,
        "language-access": 215,
        "rested-staff": 65,
        "open-books": 35,
        NONE: 270,
    },
    growth={"prevention": (1.12, 1.0, 0.72), "language-access": (0.9, 1.0, 1.1), "family-carers": (1.02, 1.0, 0.98)},
    clinics={"North": 330, "South": 300, "Coast": 270},
    overheads=559,
    decisions={
        "prevention": 5,
        "whole-person": 14,
        "young-minds": 15,
        "home-visits": 15,
        "family-carers": 3,
        "language-access": 20,
        "rested-staff": 12,
        "open-books": 9,
        NONE: 23,
    },
)

HONEST = Version(
    folder="harbour_health_honest",
    honest=True,
    talk={
        "prevention": 20,
        "whole-person": 20,
        "young-minds": 13,
        "home-visits": 13,
        "family-carers": 7,
        "language-access": 7,
        "rested-staff": 13,
        "open-books": 7,
    },
    budget={
        "prevention": {"North": 230, "South": 220, "Coast": 220},
        "whole-person": {"North": 225, "South": 225, "Coast": 220},
        "young-minds": {"North": 150, "South": 145, "Coast": 150},
        "home-visits": {"North": 150, "South": 150, "Coast": 145},
        "family-carers": {"North": 75, "South": 75, "Coast": 75},
        "language-access": {"North": 75, "South": 75, "Coast": 75},
        "rested-staff": {"North": 145, "South": 150, "Coast": 145},
        "open-books": {"North": 45, "South": 45, "Coast": 45, "Central": 90},
    },
    ledger={
        "prevention": 240,
        "whole-person": 240,
        "young-minds": 160,
        "home-visits": 160,
        "family-carers": 80,
        "language-access": 80,
        "rested-staff": 160,
        "open-books": 80,
        NONE: 60,
    },
    growth={},
    clinics={"North": 30, "South": 30, "Coast": 30},
    overheads=559,
    decisions={
        "prevention": 22,
        "whole-person": 22,
        "young-minds": 15,
        "home-visits": 15,
        "family-carers": 8,
        "language-access": 8,
        "rested-staff": 15,
        "open-books": 8,
        NONE: 8,
    },
)

PEOPLE_LISTED = (
    "Amara Lindqvist",
    "Tobias Okafor",
    "Greta Verhoeven",
    "Samir Haddad",
    "Ines Carvalho",
    "Piet Brouwer",
    "Leonie Achterberg",
    "Dmitri Volkov",
    "Roisin Keane",
    "Jonas Petersen",
)
PEOPLE_IN_MINUTES_ONLY = ("Halima Yusuf", "Ewa Zielinska", "Caspar Thornbury", "Mirjam de Groot", "Bao Nguyen", "Olena Kovalenko")
TRUSTEES = PEOPLE_LISTED[:7] + PEOPLE_IN_MINUTES_ONLY[:3]
STAFF = PEOPLE_LISTED[7:] + PEOPLE_IN_MINUTES_ONLY[3:]


def apportioned(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Whole numbers that add up to the total, by largest remainder."""
    whole = sum(weights.values())
    exact = {key: total * weight / whole for key, weight in weights.items()}
    counts = {key: int(value) for key, value in exact.items()}
    by_rest = sorted(exact, key=lambda key: (counts[key] - exact[key], key))
    for key in by_rest[: total - sum(counts.values())]:
        counts[key] += 1
    return counts
