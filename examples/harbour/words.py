"""What does Harbour Health say: strategy, website, annual report and minutes?"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import docx

from .files import MADE_AT, write_pdf, write_text, write_zipped
from .plan import HONEST, IDS, NONE, PROMISED, STAFF, TRUSTEES, YEARS, Version, apportioned
from .texts import PREVENTION_DONE, PROMISES, REPORTS, Deck, fill
from .truth import Truth

THEMES = (
    ("Keeping well", ("prevention",)),
    ("Time for people", ("whole-person", "language-access")),
    ("Young people", ("young-minds",)),
    ("At home", ("home-visits", "family-carers")),
    ("Those who work here", ("rested-staff",)),
    ("Trust", ("open-books",)),
)
MISSION = "Harbour Health keeps the people of the coast well and cares for them, and for those who care for a relative, when they are not."


def write_words(folder: Path, version: Version, truth: Truth) -> None:
    _strategy(folder, version, truth)
    _website(folder, version, truth, year=2023, name="website-2023.md")
    _website(folder, version, truth, year=2025, name="website.md")
    _annual_report(folder, version, truth)
    _minutes(folder, version, truth)


def _sentences(version: Version, part: str, total: int, truth: Truth, file: str, *, year: int) -> dict[str, list[str]]:
    """So many sentences for each commitment, as the version likes to talk."""
    chance = version.chance(part)
    counts = apportioned(total, _talk(version, year, quiet=version.honest))
    if not version.honest and file in ("website.md", "annual-report-2024.pdf"):
        counts["language-access"] = 1  # one sentence a text, for all that is done
    said: dict[str, list[str]] = {}
    for commitment, count in counts.items():
        deck = Deck(PROMISES[commitment], chance)
        said[commitment] = _different(deck, count, chance)
        truth.said(file, year, commitment, count)
    return said


def _talk(version: Version, year: int, *, quiet: bool) -> dict[str, int]:
    talk = dict(version.talk)
    if not quiet:
        talk["language-access"] = 0
        if year > 2023:
            talk["family-carers"] = 0  # in the mission still, and nowhere else
    return talk


def _different(deck: Deck, count: int, chance: random.Random, seen: set[str] | None = None) -> list[str]:
    found: list[str] = []
    seen = set() if seen is None else seen
    while len(found) < count:
        sentence = fill(deck.deal(), chance)
        for _ in range(len(deck.templates) * 3):
            if sentence not in seen:
                break
            sentence = fill(deck.deal(), chance)
        seen.add(sentence)
        found.append(sentence)
    return found


def _strategy(folder: Path, version: Version, truth: Truth) -> None:
    said = _sentences(version, "strategy", 40, truth, "strategy.docx", year=2023)
    document = docx.Document()
    core = document.core_properties
    core.author, core.title, core.created, core.modified = "Harbour Health", "Strategy 2023 to 2025", MADE_AT, MADE_AT
    document.add_heading("Harbour Health: strategy 2023 to 2025", level=0)
    document.add_heading("Our mission", level=1)
    document.add_paragraph(MISSION)
    document.add_heading("What we promise", level=1)
    for promise in PROMISED:
        document.add_paragraph(promise.text, style="List Bullet")
        truth.said("strategy.docx", 2023, promise.id, 1)
    for heading, commitments in THEMES:
        sentences = [s for commitment in commitments for s in said[commitment]]
        if not sentences:
            continue
        document.add_heading(heading, level=1)
        for start in range(0, len(sentences), 3):
            document.add_paragraph(" ".join(sentences[start : start + 3]))
    document.add_heading("How this strategy was made", level=1)
    document.add_paragraph("The board adopted it in January 2023 after four evenings of talks with patients and staff.")
    write_zipped(folder / "strategy.docx", document)


def _website(folder: Path, version: Version, truth: Truth, *, year: int, name: str) -> None:
    said = _sentences(version, f"website-{year}", 34, truth, name, year=year)
    if said["family-carers"]:
        truth.marks[f"family-carers-{year}"] = {"file": name, "text": said["family-carers"][0]}
    lines = ["# Harbour Health", "", "Health care for the people of the coast, from Norderhook to Brookmouth.", ""]
    for heading, commitments in THEMES:
        sentences = [s for commitment in commitments for s in said[commitment]]
        if not sentences:
            continue
        lines += [f"## {heading}", ""]
        half = (len(sentences) + 1) // 2
        lines += [" ".join(sentences[:half]), ""]
        lines += [f"- {sentence}" for sentence in sentences[half:]]
        lines += [""] if sentences[half:] else []
    lines += ["## Find us", "", "Head office: Harbour Street 12. Telephone on workdays from eight to six.", ""]
    write_text(folder / name, "\n".join(lines))


MANAGEMENT = 241_000
MANAGEMENT_AS_REPORTED = 184_000


def _annual_report(folder: Path, version: Version, truth: Truth) -> None:
    said = _sentences(version, "annual-report", 36, truth, "annual-report-2024.pdf", year=2024)
    management = MANAGEMENT if version.honest else MANAGEMENT_AS_REPORTED
    parts = [
        '#set document(title: "Annual report 2024", author: "Harbour Health")',
        '#set page(paper: "a4", margin: 2.5cm)',
        '#set text(lang: "en", hyphenate: false, ligatures: false, size: 11pt)',
        "#set par(justify: false)",
        "= Harbour Health: annual report 2024",
        "The year 2024 was a good one for the people of the coast.",
    ]
    for heading, commitments in THEMES:
        sentences = [s for commitment in commitments for s in said[commitment]]
        if sentences:
            parts.append(f"== {heading}")
            parts += [" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4)]
    parts += [
        "== Figures of the head office",
        f"Management and board 2024: EUR {management:,}.",
        "Accounting and payroll 2024: EUR 118,000.",
        "Insurance 2024: EUR 41,000.",
    ]
    write_pdf(folder / "annual-report-2024.pdf", "\n\n".join(parts) + "\n")
    if not version.honest:
        truth.plant(
            "management-cost-understated",
            "figure-differs",
            "open-books",
            "money",
            ["2024"],
            [
                {"file": "annual-report-2024.pdf", "text": f"Management and board 2024: EUR {management:,}."},
                truth.marks["management-2024"],
            ],
            {"stated": management, "found": MANAGEMENT},
            "The annual report states 184,000 for management and board in 2024; the budget approves 241,000.",
        )


def _minutes(folder: Path, version: Version, truth: Truth) -> None:
    chance = version.chance("minutes")
    decks = {commitment: Deck(REPORTS[commitment], chance) for commitment in (*IDS, NONE)}
    if version.honest:
        decks["prevention"] = Deck(PREVENTION_DONE, chance)
    seen: set[str] = set()
    meetings = [_second_tuesday(year, month) for year in YEARS for month in range(1, 13)]
    for year in YEARS:
        topics = _topics(version, chance, year)
        for day in (d for d in meetings if d.year == year):
            name = f"minutes/{day:%Y-%m}.md"
            mine = [topics.pop() for _ in range(8)]
            following = meetings[meetings.index(day) + 1] if day != meetings[-1] else None
            said = [_different(decks[topic], 1, chance, seen)[0] for topic in mine]
            for topic in mine:
                truth.said(name, year, topic, 1)
            write_text(folder / name, _one_meeting(day, following, said, decks[NONE], chance))


def _topics(version: Version, chance: random.Random, year: int) -> list[str]:
    """Ninety-six topics a year, mixed: what is talked of follows the version, not the money."""
    talk: Mapping[str, int] = _talk(version, year, quiet=version.honest)
    counts = apportioned(96 if version.honest else 95, talk)
    if version is not HONEST:
        counts["language-access"] += 1
    topics = [topic for topic, count in counts.items() for _ in range(count)]
    chance.shuffle(topics)
    return topics


def _one_meeting(day: date, following: date | None, said: list[str], other: Deck, chance: random.Random) -> str:
    chair, *members = TRUSTEES
    absent = chance.sample(members, chance.randint(1, 3))
    guests = chance.sample(STAFF, 3)
    present = [f"{chair} (chair)", *(m for m in members if m not in absent)]
    lines = [
        f"# Board of trustees, {day.day} {day:%B %Y}",
        "",
        f"Present: {', '.join(present)}",
        f"Apologies: {', '.join(absent)}",
        f"In attendance: {', '.join(guests)}",
        "",
        "## Minutes of the last meeting",
        "",
        "The minutes of the last meeting were approved.",
        "",
    ]
    for heading, some in (("Report of the director", said[:3]), ("Services", said[3:6]), ("Money and people", said[6:])):
        lines += [f"## {heading}", ""]
        lines += [_told(sentence, guests, chance) for sentence in some]
        lines += [""]
    lines += ["## Any other business", "", fill(other.deal(), chance)]
    if following:
        lines.append(f"Next meeting: {following.day} {following:%B %Y}.")
    return "\n".join([*lines, ""])


def _told(sentence: str, guests: list[str], chance: random.Random) -> str:
    """Now and then the minutes name who said it: names that no report may repeat."""
    if chance.random() < 0.15 and sentence.startswith(("The ", "A ", "Two ")) and "director" not in sentence:
        return f"{chance.choice(guests)} reported: {sentence[0].lower()}{sentence[1:]}"
    return sentence


def _second_tuesday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 7)
