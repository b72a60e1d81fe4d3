"""What did an earlier audit read?"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from northing.stages.diagnose.findings.rules.completeness import EarlierSource


class UnreadableAudit(Exception):  # noqa: N818 - named for what it tells, as the style asks
    """The file named with --earlier is no audit.json."""


def earlier_sources(path: Path) -> tuple[EarlierSource, ...]:
    """Every file an earlier `audit.json` read. Raises `UnreadableAudit`."""
    try:
        content = json.loads(path.read_text("utf-8"), parse_float=Decimal)
        return tuple(
            EarlierSource(
                path=one["path"],
                channel=one["channel"],
                rows_read=int(one["rows_read"]),
                total=Decimal(one["total"] or 0),
            )
            for one in content["sources"]
        )
    except (OSError, ValueError, KeyError, TypeError, ArithmeticError) as error:
        sentence = f"--earlier {path}: this is no audit.json of an earlier audit."
        raise UnreadableAudit(sentence) from error
