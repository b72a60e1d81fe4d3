"""How do pages say what an audit does, how it measured, and what became of it?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.interfaces.web.sentences_kinds import Said
from northing.stages.diagnose.audits.facts import NO_PROMISE, NO_RECORD
from northing.stages.diagnose.audits.models import StoredAudit

REFUSALS: Said = {
    NO_PROMISE: _("Nothing is promised on that day. State a commitment, or choose a later day."),
    NO_RECORD: _("There is no record yet of what was chosen. Import a file or type a record in."),
}
VERBS: Said = {
    "audit asked for": _("asked for an audit"),
    "audit done": _("finished an audit"),
    "audit failed": _("could not finish an audit"),
}
STATES: Said = {
    StoredAudit.State.WAITING: _("waiting"),
    StoredAudit.State.RUNNING: _("running"),
    StoredAudit.State.DONE: _("done"),
    StoredAudit.State.FAILED: _("failed"),
}
STEPS: Said = {
    "reading": _("Reading the files"),
    "learning from the records": _("Learning from the records"),
    "linking records": _("Linking records with commitments"),
    "comparing words with deeds": _("Comparing words with deeds"),
    "looking for what does not agree": _("Looking for what does not agree"),
    "writing the report": _("Writing the report"),
}
"""What the command line tells of itself, in the order in which it happens."""
METHODS: Said = {
    "unverified-bounds": _(
        "The figure is what is linked now. Its bounds come from the links: the lower end counts "
        "what people tagged, the upper end adds every record the machine finds plausible. No "
        "person has verified these links yet."
    ),
    "share of linked sentences": _(
        "Of all sentences that speak of a commitment, the share that speaks of this one."
    ),
    "say − do": _("What is said minus what is done, in percentage points."),
    "declared weights of the case": _(
        "The weights the organisation declared stand in for what it says."
    ),
    "document bootstrap": _(
        "The interval shows how the figure scatters when the documents are drawn anew many times."
    ),
    "approximate": _("It is approximate: there are few documents."),
    "widened by what is missing": _("It is widened by what is known to be missing, at its worst."),
    "widened to unverified-bounds": _(
        "It is widened to the bounds that links leave which no person has verified."
    ),
}
REPORTS: Said = {
    "report.html": _("The report as a page that needs nothing else (HTML)"),
    "report.pdf": _("The report for paper and archives (PDF)"),
    "report.pptx": _("The report as slides, with tables and charts to look behind (PPTX)"),
    "report.xlsx": _("The report as a workbook, each table on a sheet (XLSX)"),
    "report.de.html": _("The report in German, translated, as a page (HTML)"),
    "report.de.pdf": _("The report in German, translated, for paper (PDF)"),
    "report.de.pptx": _("The report in German, translated, as slides (PPTX)"),
    "report.de.xlsx": _("The report in German, translated, as a workbook (XLSX)"),
    "gaps.csv": _("Every gap with its interval (CSV)"),
    "links.parquet": _("Every link with who or what made it (Parquet)"),
    "audit.json": _("The whole audit for machines (JSON)"),
}
