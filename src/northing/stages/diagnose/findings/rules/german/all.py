"""In which German words is a finding told?"""

from __future__ import annotations

from northing.foundations.documents.told import Tongue
from northing.stages.diagnose.findings.rules.german.against import AGAINST
from northing.stages.diagnose.findings.rules.german.claims import CLAIMS
from northing.stages.diagnose.findings.rules.german.earlier import EARLIER
from northing.stages.diagnose.findings.rules.german.entries import ENTRIES
from northing.stages.diagnose.findings.rules.german.figures import FIGURES
from northing.stages.diagnose.findings.rules.german.means import MEANS
from northing.stages.diagnose.findings.rules.german.reasons import GLUED, METHODS, REASONS
from northing.stages.diagnose.findings.rules.german.words import NOUNS, TERMS

GERMAN = Tongue(
    code="de",
    patterns=AGAINST | MEANS | CLAIMS | FIGURES | ENTRIES | EARLIER,
    terms=TERMS | METHODS | REASONS,
    nouns=NOUNS,
    glued=GLUED,
)
