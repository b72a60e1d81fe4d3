"""How does an installation come to hold audits that the command line made?

A program of its own: `python -m tests.browser.filling CASE OUT [CASE OUT …]` puts the records of
the first case and each audit into the tables of `NORTHING_HOME`, with Amina who owns Harbour
Health, Bruno who looks in from outside until a day, Daan who manages, and Chiara of another
organisation. It says which rows it made as one line of JSON.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
AT = datetime(2026, 5, 4, 12, tzinfo=UTC)


def main(*paths: str) -> None:
    import django

    django.setup()
    from northing.foundations.people.access import Role
    from northing.foundations.people.tests.make import make_member, make_organisation
    from northing.stages.diagnose.publication import actions
    from northing.stages.diagnose.publication.actions import Rule
    from northing.stages.diagnose.verification.tests.stored import make_sample

    amina = make_organisation()
    bruno = make_member(amina, "Bruno", Role.AUDITOR)
    daan = make_member(amina, "Daan", Role.MANAGER)
    chiara = make_organisation("Dune Trust", "Chiara")
    keep_records(amina, Path(paths[0]))
    rule = actions.fix_rule(Rule(readers="public", days=365), by=amina, at=AT - timedelta(days=9))
    pairs = zip(paths[::2], paths[1::2], strict=True)
    audits = [
        keep_audit(amina, rule, number, Path(case), Path(out))
        for number, (case, out) in enumerate(pairs, 1)
    ]
    sample = make_sample(amina)
    sys.stdout.write(json.dumps({
        "organisation": str(amina.organisation_id),
        "elsewhere": str(chiara.organisation_id),
        "audits": [str(one.id) for one in audits],
        "finding": str(finding_of(audits[0])),
        "sample": str(sample.id),
        "bruno": str(bruno.id),
        "daan": str(daan.id),
    }))  # fmt: skip


def keep_records(owner, case: Path) -> None:
    """Every record of the case as a row, by the name that reports give it."""
    from northing.case import read_case
    from northing.stages.records.imports.models import Import
    from northing.stages.records.ledger.models import StoredRecord

    files = {}
    rows = []
    for one in read_case(case).records:
        path = one.place.path
        if path not in files:
            files[path] = Import.objects.create(
                organisation=owner.organisation, channel=str(one.channel), name=path, path=path,
                sha256=one.sha256, bytes=1, state="done", received_on=AT.date(), made_at=AT,
            )  # fmt: skip
        rows.append(StoredRecord(
            organisation=owner.organisation, source=files[path], name=one.id,
            channel=str(one.channel), text=one.text, amount=one.amount,
            currency=one.currency or "", side=str(one.side), period=one.period or "",
            effective_on=one.effective_on, received_on=one.received_on, unit=one.unit or "",
            sheet=one.place.sheet or "", line=one.place.line,
        ))  # fmt: skip
    StoredRecord.objects.bulk_create(rows, batch_size=500)


def keep_audit(owner, rule, number: int, case: Path, out: Path):
    """What the command line left, as the worker keeps it."""
    import pyarrow.parquet as pq

    from northing.stages.diagnose.audits import actions, store
    from northing.stages.diagnose.audits.models import StoredAudit
    from northing.stages.diagnose.audits.rules.cells import summary_of

    content = json.loads((out / "audit.json").read_bytes())
    audit = StoredAudit.objects.create(
        organisation=owner.organisation, number=number, on=content["on"], state="running",
        rule=rule, asked_at=AT + timedelta(hours=number), asked_by=owner,
    )  # fmt: skip
    folder = store.folder_of(audit)
    shutil.copytree(out, folder / "out")
    shutil.copytree(case, folder / "case")
    links = pq.read_table(out / "links.parquet").to_pylist()
    actions.keep_links([actions.link_of(audit, one) for one in links])
    files = {one.name: store_digest(one) for one in sorted(out.iterdir()) if one.is_file()}
    outcome = actions.Outcome(
        files=files, summary=summary_of(content), findings=content["findings"]
    )
    actions.finish(audit, outcome, at=AT + timedelta(hours=number, minutes=5))
    return audit


def store_digest(path: Path) -> str:
    from hashlib import sha256

    return sha256(path.read_bytes()).hexdigest()


def finding_of(audit):
    """The gravest that has records on both sides."""
    from northing.stages.diagnose.audits.store import findings

    return next(
        one.id
        for one in findings(audit)
        if one.content["evidence"] and one.content["counter_evidence"]
    )


def asks(site, *command: str):
    """What a program says that works on the very database of the server; its last line is JSON."""
    around = dict(
        os.environ,
        NORTHING_HOME=str(site.home),
        DJANGO_SETTINGS_MODULE="northing.interfaces.web.settings",
        PYTHONPATH=str(ROOT),
    )
    around.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, *command],
        env=around,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main(*sys.argv[1:])
