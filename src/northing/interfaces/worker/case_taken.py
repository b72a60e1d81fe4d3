"""How does the case of an audit leave, for whoever wants to run it again without us?"""

from __future__ import annotations

import json
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from northing.interfaces.worker.pipe import Pipe
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.facts import wish_in
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.audits.rules.explaining import Method

CASE_FILE = "northing.toml"
README = """This is the case of audit {number} of {name}, as it was on the day of the audit.

Audit it again with the same version of Northing:

    {command}

The same case, day, seed and version give the same audit.json, byte for byte.
"""


def may_leave(audit: StoredAudit) -> bool:
    """Whether it is there, and would show no coder what another one said."""
    is_there = (store.folder_of(audit) / "case").is_dir()
    return is_there and not store.holds_open_answers(audit)


def case_of(audit: StoredAudit, name: str) -> Iterator[bytes]:
    """The case, what an earlier audit read, and how to run it, as a zip; a piece at a time."""
    folder = store.folder_of(audit)
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}/README.txt", _readme(audit, folder))
        some = [*sorted((folder / "case").rglob("*")), folder / "earlier.json"]
        for path in (one for one in some if one.is_file()):
            inside = zipfile.ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}")
            inside.compress_type = zipfile.ZIP_DEFLATED
            with path.open("rb") as source, archive.open(inside, "w", force_zip64=True) as target:
                while piece := source.read(1 << 20):
                    target.write(piece)
                    yield pipe.taken()
            yield pipe.taken()
    yield pipe.taken()


def method_of(audit: StoredAudit) -> Method:
    """The rules that tagged records in its case; none where the case is no longer there."""
    path = store.folder_of(audit) / "case" / CASE_FILE
    try:
        case = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Method()
    return Method(frozenset(_rules(case.get("source", ()))))


def _rules(sources: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for one in sources:
        for rule in one.get("rule", ()):
            yield f"{one.get('path', '')}: {json.dumps(rule, sort_keys=True, default=str)}"


def _readme(audit: StoredAudit, folder: Path) -> str:
    wish = wish_in(audit.on, audit.wish)
    typed = [
        *("northing audit case --out out --on", wish.on.isoformat(), "--seed", str(wish.seed)),
        *("--anchor", f"{audit.trail_sequence}:{audit.trail_digest}"),
        *(("--earlier", "earlier.json") if (folder / "earlier.json").exists() else ()),
    ]
    name = audit.organisation.name
    return README.format(number=audit.number, name=name, command=" ".join(typed))
