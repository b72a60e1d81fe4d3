"""Why can a sample not be drawn, answered or closed just now? Pages say these in full sentences."""

from __future__ import annotations

AUDIT_NOT_DONE = "audit not done"
SAMPLE_NOT_OPEN = "sample not open"
SEAT_IS_TAKEN = "seat is taken"
OTHER_SEAT_BEFORE = "other seat before"
NO_SEAT = "no seat"
NOT_ASKED = "not asked"
NOT_YOURS = "answered by another"
NOT_IN_DISPUTE = "not in dispute"
STILL_ANSWERING = "still answering"
NO_SUCH_SIZE = "no such size"
OTHER_SHEET = "sheet of another coder"
