"""Does the form of a file keep what its plan said, whatever the plan said?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from northing.case_file import SourcePart, read_case_file
from northing.interfaces.web.forms.how import HowForm
from northing.interfaces.worker.reading import look

EXAMPLES = Path(__file__).parents[5] / "examples"
CASES = ("harbour_health", "access_board")
SOURCES = [
    (case, source)
    for case in CASES
    for source in read_case_file(EXAMPLES / case / "northing.toml").source
]
KNOWN = [
    (one.id, one.text)
    for case in CASES
    for one in read_case_file(EXAMPLES / case / "northing.toml").commitment
]


def looked(case, source, folder, monkeypatch):
    """The account of the first file a source names, as the job that looks at it finds it."""
    file = min((EXAMPLES / case).glob(source.path))
    (folder / file.name).write_bytes(file.read_bytes())
    plan = source.model_dump(mode="json", exclude_defaults=True) | {"path": file.name}
    monkeypatch.setattr("os.environ", {})
    monkeypatch.setattr("gc.disable", lambda: None)
    look(str(folder), file.name, plan, [key for key, _text in KNOWN], {})
    return plan, json.loads((folder / "account.json").read_text("utf-8"))


def sent(form):
    """What a browser sends of the form as it stands."""
    fields = {name: form[name].value() for name in form.fields}
    headers = {f"name-{at}": name for at, name in enumerate(form.headers)}
    return {name: "" if value is None else value for name, value in fields.items()} | headers


def rules(source):
    return [(one.values(), one.shares(), one.stance) for one in source.rule]


@pytest.mark.parametrize(("case", "source"), SOURCES, ids=lambda one: getattr(one, "path", one))
def test_sent_as_it_stands_it_says_what_the_plan_said(case, source, tmp_path, monkeypatch):
    plan, account = looked(case, source, tmp_path, monkeypatch)
    form = HowForm(None, plan=plan, account=account, commitments=KNOWN, revision=1)
    again = HowForm(sent(form), plan=plan, account=account, commitments=KNOWN, revision=1)
    assert again.is_valid(), again.errors
    said = SourcePart.model_validate(again.said() | {"path": plan["path"]})
    meant = SourcePart.model_validate(plan)
    assert rules(said) == rules(meant)
    assert said.expected == meant.expected
    assert said.columns.items() >= meant.columns.items()
    for name in ("channel", "sheet", "header_row", "date", "received", "unit", "side", "audience"):
        assert getattr(said, name) == getattr(meant, name), name
    assert said.currency == meant.currency or meant.currency is None
