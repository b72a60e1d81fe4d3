# ruff: noqa: E501  (the sentences of the gallery stay whole)
"""A report with every block, real-looking and extreme, for tests and for eyes."""

from __future__ import annotations

from northing.foundations.documents.blocks import (
    Block,
    Callout,
    Code,
    Column,
    Details,
    Document,
    Evidence,
    Facts,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Table,
    Tone,
)
from northing.foundations.documents.charts import (
    DumbbellRow,
    TrendPoint,
    TrendSeries,
    coverage_map,
    dumbbell,
    trend,
)

HOSTILE = (
    "<script>alert('x')</script> \"quoted\" & \u202edesrever\u202c {{ 7*7 }} #evil[x] $x$ \x00"
)
LONG_WORD = "Donau" * 1000
HEBREW = "אנחנו מפרסמים כל החלטה תוך 30 יום"
ARABIC = "ننشر كل قرار في غضون ثلاثين يوما"

ROWS = (
    DumbbellRow("Knowledge of what works is crucial to every decision", 22.0, 3.1, 2.0, 5.4, 18.1, 26.9, "n = 412", Tone.CONTRADICTION),
    DumbbellRow("Staff learn at work", 14.2, 5.0, 3.4, 7.2, note="n = 96", sign=Tone.CONTRADICTION),
    DumbbellRow("Every citizen gets an answer within fourteen days, in plain words and in the language of the letter", 12.5, 11.9, 9.0, 14.8, note="n = 311"),
    DumbbellRow("Fewer rules, better kept", 9.1, 10.4, 7.5, 13.9, 6.4, 12.6, "n = 188"),
    DumbbellRow("Open data", 8.8, None, note="no budget line"),
    DumbbellRow("Offices within reach", None, 7.7, 5.2, 11.0, note="n = 64"),
    DumbbellRow("Łódź, Århus and İzmir work together", 6.0, 6.0, 4.4, 8.1, note="n = 140"),
    DumbbellRow("Climate in every plan", 4.0, 17.9, 14.2, 21.4, 2.4, 6.1, "n = 273", Tone.BETTER),
    DumbbellRow("Fair pay", 3.2, 0.0, 0.0, 1.6, note="n = 201", sign=Tone.CONTRADICTION),
    DumbbellRow(HEBREW, 2.5, 1.1, 0.4, 2.9, note="n = 51"),
    DumbbellRow("<script>alert(1)</script>", 1.0, 0.6, note="n = 12"),
    DumbbellRow("Trust", None, None),
)  # fmt: skip
CHANNELS = (
    "Board minutes",
    "Budget",
    "Staff survey",
    "Press releases",
    "Job adverts",
    "Procurement",
)
COUNTS = (
    (0, 1, 5, 12, 80, None),
    (14, 3, 44, 2, 9, 0),
    (2, 2, None, 31, 0, 1),
    (1, 0, 0, 7, 3, None),
    (None, None, None, None, None, None),
)


def make_row_table(
    rows: tuple[DumbbellRow, ...] = ROWS,
    caption: str = "Share of words and of deeds for each commitment, 2024.",
) -> Table:
    def said(value: float | None) -> str:
        return "?" if value is None else f"{value:.1f}"

    def between(low: float | None, high: float | None) -> str:
        return "?" if low is None else f"{low:.1f} to {high:.1f}"

    columns = (
        Column("Commitment"),
        Column("Words, %", numeric=True),
        Column("Deeds, %", numeric=True),
    )
    columns = (*columns, Column("Interval of deeds", numeric=True), Column("Records"))
    cells = tuple(
        (
            row.label,
            said(row.first),
            said(row.second),
            between(row.second_low, row.second_high),
            row.note,
        )
        for row in rows
    )
    return Table(caption, columns, cells)


def make_figure(name: str = "gap", **but: object) -> Figure:
    parts: dict[str, object] = {
        "name": name,
        "title": "Four commitments get far more words than deeds; one gets more deeds than words",
        "unit": "Share of all words and of all deeds, per cent; whiskers are 95 % intervals",
        "source": "Source: annual report, budget and minutes 2024. n = 1,848 records. Wilson intervals.",
        "alt": "Twelve commitments. Widest gap: knowledge of what works, 22.0 % of words and 3.1 % of deeds.",
        "spec": dumbbell(ROWS, unit="%"),
        "table": make_row_table(),
    }
    return Figure(**(parts | but))  # type: ignore[arg-type]


def make_map() -> Figure:
    labels = tuple(row.label for row in ROWS[:5])
    table = Table(
        "Number of records by commitment and channel.",
        (Column("Commitment"), *(Column(channel, numeric=True) for channel in CHANNELS)),
        tuple(
            (label, *("?" if count is None else str(count) for count in line))
            for label, line in zip(labels, COUNTS, strict=True)
        ),
    )
    return make_figure(
        "coverage",
        title="Procurement was never searched, so silence there says nothing",
        unit="Number of records found",
        alt="A grid of five commitments and six channels; procurement is mostly unknown.",
        spec=coverage_map(labels, CHANNELS, COUNTS),
        table=table,
    )


def make_trend() -> Figure:
    words = (
        ("2019", 20.0, 18, 23),
        ("2020", 22.0, 20, 25),
        ("2021", 23.1, 20, 27),
        ("2022", 24.0, 21, 27),
    )
    deeds = (
        ("2019", 9.0, 7, 12),
        ("2020", None, None, None),
        ("2021", 5.0, 3, 8),
        ("2022", 4.9, 3, 7),
    )
    series = (
        TrendSeries("Words", tuple(TrendPoint(*point) for point in words), Tone.WORDS),
        TrendSeries("Deeds", tuple(TrendPoint(*point) for point in deeds), Tone.DEEDS),
        TrendSeries("Average of the sector", tuple(TrendPoint(p[0], 6.0) for p in words)),
    )
    rows = tuple(
        (w[0], f"{w[1]:.1f}", "?" if d[1] is None else f"{d[1]:.1f}")
        for w, d in zip(words, deeds, strict=True)
    )
    columns = (Column("Year"), Column("Words, %", numeric=True), Column("Deeds, %", numeric=True))
    return make_figure(
        "trend",
        title="Words about knowledge grew while the budget for it fell",
        unit="Share per year, per cent; bands are 95 % intervals",
        alt="Words rise from 20 % to 24 %; deeds fall from 9 % to 4.9 %; deeds of 2020 are unknown.",
        spec=trend(series),
        table=Table("Share of words and deeds by year.", columns, rows),
    )


def make_evidence() -> Evidence:
    said = (
        Quote("Knowledge of what works is crucial to every decision we take.", "Plan 2024, page 12, paragraph 3", Tone.WORDS, "Commitment, binding"),
        Quote("We will let the evidence lead, even where it hurts.", "Speech of the director, 4 March 2024", Tone.WORDS),
    )  # fmt: skip
    done = (
        Quote("Research and evaluation: USD 410,000 (2023: USD 9,955,000)", "Budget 2024, table 7, row 31", Tone.DEEDS, "Fell from 3.5 % to 0.2 % of the budget"),
    )  # fmt: skip
    against = (
        Quote("The agency expects less rulemaking in 2024, so fewer evaluations are due.", "Budget 2024, note to table 7", Tone.NOTE),
    )  # fmt: skip
    return Evidence(said, done, against)


def make_document(**but: object) -> Document:
    parts: dict[str, object] = {
        "title": "Where do words and deeds part?",
        "subtitle": "Agency for Rural Development: what the plan for 2024 says, and what the records of 2024 show.",
        "language": "en",
        "facts": Facts((("Organisation", "Agency for Rural Development"), ("Period", "1 January to 31 December 2024"), ("Records read", "1,848 from 6 channels"), ("Made on", "1 March 2025"))),
        "blocks": (*make_answer(), *make_findings(), *make_extremes()),
        "footer": "Made with Northing 0.1.0. The same records and settings give the same report.",
    }  # fmt: skip
    return Document(**(parts | but))  # type: ignore[arg-type]


def make_answer() -> tuple[Block, ...]:
    return (
        Heading("The answer"),
        Paragraph("For three of twelve commitments the words outweigh the deeds by more than the interval allows; for one it is the other way round; for three we cannot know.", lead=True),
        Paragraph("The widest gap is knowledge of what works: 22.0 % of all words (between 18.1 % and 26.9 %), 3.1 % of all deeds (between 2.0 % and 5.4 %)."),
        make_figure(),
        Heading("Where we looked"),
        Paragraph("A channel that was never searched is unknown, not empty."),
        make_map(),
    )  # fmt: skip


def make_findings() -> tuple[Block, ...]:
    return (
        Heading("Findings"),
        Heading("Knowledge of what works", 3),
        Paragraph("The budget for research fell from 3.5 % to 0.2 % while the plan calls it crucial. The agency expects less rulemaking.", lead=True),
        Callout(Tone.CONTRADICTION, "Words and deeds part here", "The gap is 18.9 points; chance alone would give less than 6."),
        make_evidence(),
        make_trend(),
        Details("How this was counted", (
            Heading("Method", 4),
            Paragraph("Each record counts once. Intervals are Wilson's at 95 %."),
            Listing(("Read the six channels.", "Link each record to the commitments it names.", "Compare the shares."), ordered=True),
            Code("northing report --plan plan-2024.pdf --records records/ --on 2025-03-01\nsha256 9f2c1b7e0d6a4c55b1e37a90c2d8f64e7b1a0c9d3e5f7081a2b3c4d5e6f70819"),
        )),
        Heading("Climate in every plan", 3),
        Callout(Tone.BETTER, "Better than promised", "Deeds are 17.9 %, words 4.0 %."),
        Callout(Tone.NOTE, "Small numbers are not shown", "Groups of fewer than five people are suppressed."),
        Callout(Tone.WORDS, "Only words"), Callout(Tone.DEEDS, "Only deeds"),
        Heading("Trust", 3),
        Callout(Tone.UNKNOWN, "We do not know", "No channel speaks of it. That is not the same as nothing being done."),
        Evidence((), (), (), against_empty="Nothing was found that speaks against this."),
    )  # fmt: skip


def make_extremes() -> tuple[Block, ...]:
    wide = tuple(Column(f"Quarter {n} of the year", numeric=n > 0) for n in range(10))
    return (
        Heading("Extremes"),
        Paragraph(HOSTILE),
        Paragraph(HEBREW), Paragraph(ARABIC), Paragraph("Zażółć gęślą jaźń. Ελληνικά. Русский. Tiếng Việt. €, ₺, ½."),
        Paragraph(LONG_WORD),
        Quote(HOSTILE, HOSTILE, Tone.WORDS, HEBREW),
        Table("An empty table still says why.", (Column("Record"), Column("Number", numeric=True)), (), empty="No record was excluded."),
        Table("Wide: ten columns.", wide, tuple((f"Row {n}", *(f"{n * k * 1111:,}" for k in range(1, 10))) for n in range(1, 4)), note="Scrolls by itself on a phone."),
        Table("Long: it breaks over pages with its head repeated.", (Column("Record"), Column("What it says"), Column("Amount", numeric=True)), tuple((f"R{n:03}", HOSTILE if n == 3 else "Minutes of the board, item four: the report is noted.", f"{n * 1250:,}" if n % 7 else "?") for n in range(1, 61))),
        Facts((("Sha-256", "9f2c1b7e" * 8), ("Unknown", "?"), ("What was found", "A value of more than a few words takes the whole line, so that nobody reads it in a column two words wide."))),
        make_figure("empty", title="A chart of nothing says so", spec=dumbbell((), unit="%"), table=make_row_table((), "Share of words and deeds: no rows.")),
    )  # fmt: skip
