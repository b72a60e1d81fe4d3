"""Which kind of record does a file hold, judged by its name alone? A guess to be confirmed."""

from __future__ import annotations

import re
from pathlib import PurePath

from northing.stages.records.ledger.facts import Channel

_ENDINGS = """
csv tsv xlsx xlsm ods docx pdf md markdown txt jsonl ndjson journal ledger hledger dat
"""
READABLE = frozenset(f".{ending}" for ending in _ENDINGS.split())

_NAMES = (
    (Channel.INCENTIVES, r"bonus|incentive|reward|pay.?plan|variable.?pay|remuneration"),
    (Channel.MONEY, r"budget|ledger|journal|payment|spend|expens|cost|account|finance|invoice"),
    (Channel.DECISIONS, r"decision|resolution|adr"),
    (Channel.METRICS, r"kpi|metric|indicator|target|scorecard"),
    (Channel.TIME, r"time|hours|calendar|diary"),
    (Channel.INITIATIVES, r"initiative|project|programme|program|goal|roadmap"),
    (Channel.VOICE, r"survey|pulse|feedback|complaint|interview|fevs"),
    (Channel.COMMUNICATIONS, r"minutes|newsletter|mail|speech|message|meeting|announce"),
    (
        Channel.WORDS,
        r"mission|strategy|statement|vision|values|promise|report|website|plan|about|readme",
    ),
)
_BOOKS = (".journal", ".ledger", ".hledger", ".dat")
_DOCUMENTS = (".docx", ".pdf", ".md", ".markdown", ".txt")


def channel_for(path: PurePath) -> str:
    """The first kind whose usual words stand in the file's name or its folder's."""
    name = f"{path.parent.name}/{path.stem}".casefold()
    for channel, words in _NAMES:
        if re.search(words, name):
            return str(channel)
    if path.suffix.casefold() in _BOOKS:
        return str(Channel.MONEY)
    return str(Channel.WORDS if path.suffix.casefold() in _DOCUMENTS else Channel.PRACTICES)
