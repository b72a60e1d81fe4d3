"""In which German words is told how a file was read?"""

from __future__ import annotations

from northing.foundations.documents.told import Tongue
from northing.stages.records.imports.rules.german.complaints import COMPLAINTS, SHAPES
from northing.stages.records.imports.rules.german.remedies import REMEDIES

_SIGNS = {
    "comma": "Komma",
    "semicolon": "Semikolon",
    "tab": "Tabulator",
    "bar": "senkrechter Strich",
}
GERMAN = Tongue(code="de", patterns=COMPLAINTS | REMEDIES, terms=_SIGNS, glued=SHAPES)
