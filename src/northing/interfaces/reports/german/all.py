"""In which German words is the whole report of an audit told?"""

from __future__ import annotations

from northing.foundations.documents.told import joined
from northing.interfaces.reports.german import answer, course, frame, limits, method
from northing.stages.clarify.commitments.german import GERMAN as COMMITMENTS
from northing.stages.clarify.mission.german import GERMAN as MISSION
from northing.stages.diagnose.findings.german import GERMAN as FINDINGS_SECTION
from northing.stages.diagnose.findings.rules.german.all import GERMAN as FINDINGS
from northing.stages.diagnose.incentives.german import GERMAN as INCENTIVES
from northing.stages.diagnose.linking.german import GERMAN as LINKING
from northing.stages.diagnose.say_do.german import GERMAN as SAY_DO
from northing.stages.diagnose.stance.german import GERMAN as STANCE
from northing.stages.diagnose.verification.german import GERMAN as VERIFICATION
from northing.stages.diagnose.verification.rules.german import GERMAN as SHEETS
from northing.stages.records.imports.german import GERMAN as IMPORTS
from northing.stages.records.imports.rules.german.all import GERMAN as FILES
from northing.stages.records.ledger.german import GERMAN as LEDGER

TONGUES = (
    *(FINDINGS, FINDINGS_SECTION, FILES, SHEETS, LEDGER, SAY_DO),
    *(COMMITMENTS, MISSION, INCENTIVES, STANCE, IMPORTS, LINKING, VERIFICATION),
    *(one.GERMAN for one in (frame, answer, limits, course, method)),
)
"""Each room's own; what two of them say in the same English, they say in the same German."""
GERMAN = joined(*TONGUES)
