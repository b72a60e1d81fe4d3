"""A case in a folder, drawn small, as people would write it."""

from __future__ import annotations

from pathlib import Path

from northing.case import read_case
from northing.cycle import Case

HEAD = """
[organisation]
name = "Harbour Health"
currency = "EUR"
"""
COMMITMENTS = """
[[commitment]]
id = "care"
text = "Every patient is treated as a whole person"

[[commitment]]
id = "rest"
text = "Nurses rest between two shifts"
"""


def make_source(path: str, channel: str = "money", more: str = "") -> str:
    return f'[[source]]\npath = "{path}"\nchannel = "{channel}"\n{more}\n'


def write_case(
    folder: Path, *sources: str, files: dict[str, str] | None = None, head: str = HEAD
) -> Path:
    for name, text in (files or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "northing.toml").write_text(head + COMMITMENTS + "\n".join(sources), "utf-8")
    return folder


def make_case(
    folder: Path, *sources: str, files: dict[str, str] | None = None, head: str = HEAD
) -> Case:
    return read_case(write_case(folder, *sources, files=files, head=head))


def amounts(case: Case) -> list[int]:
    return [int(one.amount or 0) for one in case.records]
