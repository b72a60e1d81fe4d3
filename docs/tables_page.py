"""Which tables does an installation keep, what does each field mean, and which leads to which?

Read from the models themselves: a table's meaning is its docstring, a field's its help or the
comment beside it, else what `fields.toml` says. Django has to be set up before.
"""

# ruff: noqa: SLF001 - Django documents `_meta`

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

STAGES = {
    "trail": "Who did what, when",
    "people": "Who is there",
    "clarify": "What is promised",
    "records": "What was said and done",
    "diagnose": "Where words and deeds part",
    "decide": "What is decided",
    "notices": "Who is told",
    "webhooks": "Which programs are told",
    "worker": "Work that is put off",
}
KINDS = {
    "UUIDField": "id", "BigAutoField": "number", "AutoField": "number", "CharField": "text",
    "TextField": "text", "EmailField": "address", "JSONField": "JSON", "DateField": "day",
    "DateTimeField": "moment", "TimeField": "hour", "BooleanField": "yes or no",
    "DecimalField": "decimal", "FloatField": "number", "BinaryField": "bytes",
    "ForeignKey": "one of", "OneToOneField": "the one",
}  # fmt: skip
COMMENT = re.compile(r"^    (\w+)\s*(?::[^=]+)?=.*?\)\s*# (.+)$", re.MULTILINE)
VALUE = re.compile(r'^        [A-Z_]+ = "([^"]+)"\s*# (.+)$', re.MULTILINE)
EVERYWHERE = {"organisation", "member", "person"}
SAID = tomllib.loads((Path(__file__).parent / "fields.toml").read_text("utf-8"))


def complaints() -> Iterator[str]:
    """What `fields.toml` says of tables and fields that are not there any more."""
    fields = {one._meta.db_table: {each.name for each in one._meta.fields} for one in models()}
    for table in SAID.keys() - {"everywhere"}:
        for name in SAID[table].keys() - fields.get(table, set()):
            yield f"docs/fields.toml explains {table}.{name}, which is not there; take it out."


def models() -> list[Any]:
    """Ours, in the order of the stages."""
    from django.apps import apps  # noqa: PLC0415 - once it is set up

    ours = [one for one in apps.get_models() if one.__module__.startswith("northing.")]
    order = [*STAGES, *sorted({one._meta.app_label for one in ours} - STAGES.keys())]
    return sorted(ours, key=lambda one: order.index(one._meta.app_label))


def page() -> str:
    """Every table, stage by stage."""
    parts: list[str] = []
    label = ""
    for model in models():
        if model._meta.app_label != label:
            label = model._meta.app_label
            parts.append(f"## {STAGES.get(label, label.capitalize())}")
        parts += _table(model)
    return "\n\n".join(parts)


def _table(model: Any) -> Iterator[str]:
    yield f"### `{model._meta.db_table}`"
    yield inspect.cleandoc(model.__doc__ or "")
    beside = dict(COMMENT.findall(inspect.getsource(model)))
    values = dict(VALUE.findall(inspect.getsource(model)))
    lines = ["| field | holds | meaning |", "|---|---|---|"]
    lines += [
        f"| `{one.column}` | {_kind(one)} | {_meaning(one, beside, values)} |"
        for one in model._meta.fields
    ]
    yield "\n".join(lines)
    unique = [", ".join(f"`{name}`" for name in each) for each in _unique(model)]
    if unique:
        yield "Together once only: " + "; ".join(unique) + "."


def _kind(field: Any) -> str:
    kind = KINDS.get(type(field).__name__, "number")
    if field.related_model:
        kind = f"{kind} `{field.related_model._meta.db_table}`"
    elif field.max_length and kind == "text":
        kind = f"{kind}, at most {field.max_length:,} characters"
    return f"{kind}, or nothing" if field.null else kind


def _meaning(field: Any, beside: dict[str, str], values: dict[str, str]) -> str:
    own = SAID.get(field.model._meta.db_table, {})
    common = own.get(field.name) or SAID["everywhere"].get(field.name, "")
    said = [str(field.help_text) or beside.get(field.name, "") or common]
    if field.choices:
        said.append(", ".join(_value(str(one), values) for one, _ in field.choices))
    if field.unique and not field.primary_key:
        said.append("each once")
    return "; ".join(part for part in said if part).replace("|", "\\|")


def _value(value: str, values: dict[str, str]) -> str:
    said = f" ({values[value]})" if value in values else ""
    return f"`{value or '–'}`{said}"


def _unique(model: Any) -> Iterator[tuple[str, ...]]:
    for one in model._meta.constraints:
        if getattr(one, "fields", None):
            yield one.fields


def leads() -> Iterator[tuple[str, str]]:
    """From which table to which; but to those that nearly all lead to, which says nothing."""
    for model in models():
        for field in model._meta.fields:
            one = field.related_model
            is_ours = one and one.__module__.startswith("northing.") and one is not model
            if is_ours and not _goes_without_saying(model, one):
                yield model._meta.db_table, one._meta.db_table


def _goes_without_saying(model: Any, one: Any) -> bool:
    return one._meta.model_name in EVERYWHERE and model._meta.app_label != "people"
