"""Did an audit look where a finding was, and what did it measure there?

Works on what `audit.json` says, so that audits of any age can be held against each other. That a
finding is not there says something only where the audit looked: at its promise, at its channel,
and at the very files it rested on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from northing.stages.diagnose.audits.rules.telling import sentence_in
from northing.stages.diagnose.findings.facts import Severity, Thread

Content = Mapping[str, Any]
NO_COMMITMENT = "no commitment"
NO_CHANNEL = "no channel"
NO_FILE = "no file"
RECORDS_MISSING = "records missing"
FILE_CHANGED = "file changed"
NONE = "none"
GRAVITY = {severity: rank for rank, severity in enumerate(reversed(Severity))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A finding as one audit has it: of itself, or as a further sign of a graver one."""

    thread: Thread
    severity: Severity
    statement: str
    paths: frozenset[str]
    is_sign: bool = False


def sightings(content: Content) -> dict[Thread, Sighting]:
    """Every finding and every further sign, the gravest of a kind and place."""
    found: dict[Thread, Sighting] = {}
    for one in _all(content):
        there = found.get(one.thread)
        if there is None or _rank(one) > _rank(there):
            found[one.thread] = one
    return found


def thread_of(finding: Mapping[str, Any], commitment: str | None = None) -> Thread:
    """The thread a finding of `audit.json` belongs to; a sign has the promise of its finding."""
    promise = finding.get("commitment", commitment)
    return Thread(finding["code"], promise or "", (finding.get("channel") or "")[:20])


def why_unseen(thread: Thread, paths: frozenset[str], content: Content) -> str:
    """Why this audit could not have found it, as one of the words below; empty where it could."""
    if thread.commitment and thread.commitment not in _commitments(content):
        return NO_COMMITMENT
    read = {one["path"] for one in content.get("sources", ()) if one.get("records", 0)}
    if thread.channel and not _is_read(thread.channel, content):
        return NO_CHANNEL
    if paths - read:
        return NO_FILE
    return RECORDS_MISSING if _is_short_of(thread.channel, content) else ""


def changed_files(paths: frozenset[str], then: Content, now: Content) -> tuple[str, ...]:
    """Those of these files that both audits read and that hold something else now."""
    before, after = (
        {one["path"]: one.get("sha256") for one in content.get("sources", ())}
        for content in (then, now)
    )
    both = paths & before.keys() & after.keys()
    return tuple(sorted(path for path in both if before[path] != after[path]))


def gap_of(content: Content, commitment: str, channel: str) -> Mapping[str, Any] | None:
    """The gap of the whole organisation over all periods in one channel; None where none is."""
    return next(
        (
            one["gap"]
            for one in content.get("gaps", ())
            if one["commitment"] == commitment and one["channel"] == channel and _is_whole(one)
        ),
        None,
    )


def whole_gaps(content: Content) -> dict[tuple[str, str], Mapping[str, Any]]:
    """All gaps of the whole organisation over all periods, by promise and channel.

    Deeds that serve no promise are no promise and have no gap.
    """
    return {
        (one["commitment"], one["channel"]): one["gap"]
        for one in content.get("gaps", ())
        if _is_whole(one) and one["commitment"] != NONE
    }


def _is_whole(gap: Mapping[str, Any]) -> bool:
    return gap.get("period") is None and gap.get("unit") is None


def _all(content: Content) -> Iterator[Sighting]:
    for one in content.get("findings", ()):
        yield _sighting(one, None, is_sign=False)
        for sign in one.get("further_signs", ()):
            yield _sighting(sign, one.get("commitment"), is_sign=True)


def _sighting(one: Mapping[str, Any], commitment: str | None, *, is_sign: bool) -> Sighting:
    return Sighting(
        thread=thread_of(one, commitment),
        severity=Severity(one["severity"]),
        statement=sentence_in(one, "statement"),
        paths=paths_of(one),
        is_sign=is_sign,
    )


def paths_of(finding: Mapping[str, Any]) -> frozenset[str]:
    """The files a finding rests on."""
    return frozenset(one["path"] for one in finding.get("places", ()) if one.get("path"))


def _rank(one: Sighting) -> tuple[int, bool, str]:
    return GRAVITY[one.severity], not one.is_sign, one.statement


def _commitments(content: Content) -> set[str]:
    return {one["id"] for one in content.get("commitments", ())}


def _is_read(channel: str, content: Content) -> bool:
    return any(
        one["channel"] == channel and one.get("records", 0) for one in content.get("sources", ())
    )


def _is_short_of(channel: str, content: Content) -> bool:
    """Whether records are known to be missing that this finding might have come from."""
    return any(not channel or one["channel"] == channel for one in content.get("missing", ()))
