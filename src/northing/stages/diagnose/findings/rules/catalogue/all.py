"""Which rules are there?"""

from __future__ import annotations

from collections.abc import Mapping

from northing.stages.diagnose.findings.rules.catalogue.against import AGAINST
from northing.stages.diagnose.findings.rules.catalogue.claims import CLAIMS
from northing.stages.diagnose.findings.rules.catalogue.entry import Entry
from northing.stages.diagnose.findings.rules.catalogue.figures import FIGURES
from northing.stages.diagnose.findings.rules.catalogue.means import MEANS

CATALOGUE: Mapping[str, Entry] = {one.code: one for one in (*AGAINST, *MEANS, *CLAIMS, *FIGURES)}
"""By code, in the order in which findings of one weight are told."""
