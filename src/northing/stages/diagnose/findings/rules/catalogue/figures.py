"""Which rules find figures that disagree, and files that are missing, stale or at odds?"""

from __future__ import annotations

from northing.stages.diagnose.findings.rules.catalogue.entry import Entry

_WHICH = "The source that everybody agrees on, and a correction of the other."

FIGURES = (
    Entry(
        code="parent-and-parts-disagree",
        title="A total and its parts disagree",
        definition="A total in a table is not the sum of its parts; the finding says which was "
        "counted.",
        severity="Medium.",
        least="A stated total and its lines.",
        looked_for="A total above it that confirms one of the two.",
        changes=_WHICH,
    ),
    Entry(
        code="stated-figure-differs",
        title="A figure in a text differs from the records",
        definition="A figure in a text differs by more than half a per cent from the table's for "
        "its period.",
        needs=("words", "money"),
        severity="Medium.",
        least="A labelled figure in a text, and a line or total of that label and period.",
        looked_for="Any line of that label and period with the stated amount.",
        changes=_WHICH,
    ),
    Entry(
        code="figure-stated-for-another-period",
        title="A figure stands under another period",
        definition="All figures a document gives for a label stand in the tables too, each under "
        "another period.",
        needs=("words", "money"),
        severity="Low.",
        least="Two figures of one label.",
        looked_for="The stated amounts under the stated periods.",
        changes=_WHICH,
    ),
    Entry(
        code="sources-contradict",
        title="Two texts give two figures",
        definition="Two documents give different figures under one label for one period, and no "
        "table holds the label.",
        needs=("words",),
        severity="Low.",
        least="A labelled figure for the same period in two documents.",
        looked_for="A table that holds the figure.",
        changes=_WHICH,
    ),
    Entry(
        code="stale-source",
        title="Records that end long before the others",
        definition="The newest record of a kind of deeds is more than a year older than the newest "
        "of another kind.",
        severity="Low: what is said of it may no longer be so.",
        least="Dated deeds of two kinds.",
        looked_for="Later records of the same kind, in every file.",
        changes="The records of the time since.",
    ),
    Entry(
        code="same-id-different-content",
        title="One id, two contents",
        definition="One id stands in two files with the same text and different amounts; the "
        "first was counted.",
        severity="Low.",
        least="Two records of one id.",
        looked_for="A date that tells which is newer.",
        changes="A word on which of the exports is current.",
    ),
    Entry(
        code="source-documents-an-error",
        title="The files own up to an error",
        definition="A comment in the accounts says itself that a figure was wrong, and names two "
        "amounts or more.",
        severity="A note.",
        least="A comment with such a word and two amounts.",
        looked_for="Nothing: the organisation says so itself.",
        changes="A check of the pages that used the figure.",
    ),
    Entry(
        code="expected-but-missing",
        title="Less was read than there should be",
        definition="Less was read than the case declares, or than an earlier audit read; the "
        "bounds allow for it.",
        severity="Medium.",
        least="A declaration, or an earlier audit.",
        looked_for="The missing part in other files of the source.",
        changes="The missing rows or file.",
    ),
)
