"""How does somebody say how a file is to be read, column by column?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError
from typing_extensions import override

from northing.case_file import OrganisationPart, SourcePart, UnreadableCase, plan_of
from northing.foundations.sources.periods import period_in
from northing.interfaces.web.forms.parts import Seen
from northing.interfaces.web.sentences_records import CHANNELS_EXPLAINED, COLUMNS, SIDES

SHOWN_COLUMNS = 60
SPARE_RULES = 2
MOST_RULES = 60
NONE = "none"
NOBODY = OrganisationPart(name="-")
_ROLES = [("", _("– nothing of these")), *COLUMNS.items()]
_PLAIN = ("channel", "sheet", "header_row", "date", "unit", "currency", "side", "audience")


@dataclass(frozen=True, slots=True)
class RuleRow:
    """Three fields that say: where this column reads so, the row serves this commitment."""

    cells: tuple[Any, ...]


class HowForm(Seen):
    """A `[[source]]` of a case as a form. What it does not ask stays as the plan had it."""

    channel = forms.ChoiceField(
        label=_("What kind of records are these?"),
        choices=[(one.value, said) for one, said in CHANNELS_EXPLAINED.items()],
    )
    sheet = forms.ChoiceField(label=_("Sheet"), required=False)
    header_row = forms.IntegerField(
        label=_("Line that names the columns"),
        required=False,
        min_value=1,
        max_value=1_000,
        help_text=_("Empty: it is found by itself."),
    )
    date = forms.CharField(
        label=_("When, where no column says"),
        required=False,
        max_length=40,
        help_text=_("2024, March 2024, Q1 2024, FY2024 or a day."),
    )
    currency = forms.RegexField(
        r"^[A-Za-z]{3}$",
        label=_("Currency, where no column says"),
        required=False,
        help_text=_("Three letters, such as EUR."),
    )
    unit = forms.CharField(label=_("Unit, where no column says"), required=False, max_length=200)
    side = forms.ChoiceField(
        label=_("Side, where no column says"),
        required=False,
        choices=[("", _("not said")), *((one.value, said) for one, said in SIDES.items())],
    )
    audience = forms.ChoiceField(
        label=_("For whom it was written"),
        required=False,
        choices=[("", _("not said")), ("inside", _("inside")), ("outside", _("outside"))],
    )
    expected_rows = forms.IntegerField(
        label=_("Rows it should have"), required=False, min_value=0, max_value=10**9
    )
    expected_total = forms.DecimalField(
        label=_("Sum it should have"),
        required=False,
        max_digits=18,
        decimal_places=2,
        localize=True,
    )
    expected_periods = forms.CharField(
        label=_("Periods it should have"),
        required=False,
        max_length=400,
        help_text=_("Parted by commas: 2023, 2024."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        plan: Mapping[str, Any],
        account: Mapping[str, Any],
        commitments: Iterable[tuple[str, str]],
        revision: int,
    ) -> None:
        self.plan, self.account = plan, account
        self.headers = posted_headers(data) if data else list(account["columns"])[:SHOWN_COLUMNS]
        self.promises = [*commitments, (NONE, _("no commitment"))]
        self.simple = [one for one in plan.get("rule", ()) if _is_simple(one)]
        self.complex = [one for one in plan.get("rule", ()) if not _is_simple(one)]
        super().__init__(data, initial=_initial(plan, account) | {"revision": revision})
        sheets = [("", _("all sheets")), *((name, name) for name in account["sheets"])]
        if plan.get("sheet") and plan["sheet"] not in account["sheets"]:
            sheets.append((plan["sheet"], plan["sheet"]))
        self.fields["sheet"].choices = sheets  # type: ignore[attr-defined]
        self._add_columns()
        self._add_rules(len(self.simple) if not data else _posted_rules(data))

    def _add_columns(self) -> None:
        roles = _roles(self.account)
        for at, name in enumerate(self.headers):
            field = forms.ChoiceField(choices=_ROLES, required=False, initial=roles.get(name, ""))
            field.label = name
            self.fields[f"column-{at}"] = field

    def _add_rules(self, count: int) -> None:
        columns = [("", "–"), *((name, name) for name in self.headers)]
        columns += [(name, name) for name in _columns_of(self.simple) if name not in self.headers]
        rules = [*self.simple, *([None] * (SPARE_RULES + MOST_RULES))]
        self.rule_count = min(MOST_RULES, max(count, len(self.simple) + SPARE_RULES))
        for at in range(self.rule_count):
            column, value, commitment = _rule_cells(rules[at])
            self.fields[f"rule-column-{at}"] = forms.ChoiceField(
                choices=columns, required=False, initial=column, label=_("Where column")
            )
            self.fields[f"rule-value-{at}"] = forms.CharField(
                max_length=500, required=False, initial=value, label=_("reads")
            )
            self.fields[f"rule-commitment-{at}"] = forms.ChoiceField(
                choices=[("", "–"), *self.promises],
                required=False,
                initial=commitment,
                label=_("it serves"),
            )

    def column_fields(self) -> list[tuple[str, Any]]:
        """Each column of the file, with the field that says what it holds."""
        return [(name, self[f"column-{at}"]) for at, name in enumerate(self.headers)]

    def rule_rows(self) -> list[RuleRow]:
        return [
            RuleRow(tuple(self[f"rule-{part}-{at}"] for part in ("column", "value", "commitment")))
            for at in range(self.rule_count)
        ]

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        self._check_roles(found)
        if not self.errors:
            self._check_whole(found)
        return found

    def _check_roles(self, found: Mapping[str, Any]) -> None:
        """One column holds one thing; only amounts may stand in several, one for each period."""
        met: dict[str, str] = {}
        for at, name in enumerate(self.headers):
            role = found.get(f"column-{at}")
            if not role:
                continue
            if role in met and role != "amount":
                self.add_error(
                    f"column-{at}",
                    _("Column %(other)s holds this already. Take one of the two.")
                    % {"other": met[role]},
                )
            met[role] = name

    def _check_whole(self, found: Mapping[str, Any]) -> None:
        try:
            plan_of(0, SourcePart.model_validate({"path": "file", **self.said(found)}), NOBODY)
        except ValidationError as error:
            first = error.errors()[0]
            field = str(first["loc"][0]) if first["loc"] else ""
            said = str(first["msg"]).removeprefix("Value error, ")
            self.add_error(field if field in self.fields else None, said)
        except UnreadableCase:
            self.add_error(
                "date", _("This is no period. Write 2024, March 2024, Q1 2024 or FY2024.")
            )

    def said(self, found: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The `[[source]]` as the form says it, without its path."""
        found = self.cleaned_data if found is None else found
        kept = {
            name: value
            for name, value in self.plan.items()
            if name in ("delimiter", "encoding", "kind", "received")
        }
        plain = {name: found.get(name) for name in _PLAIN}
        if plain["currency"]:
            plain["currency"] = str(plain["currency"]).upper()
        whole = plain | {
            "columns": self._columns(found),
            "rule": self._rules(found),
            "expected": _expected(found),
        }
        return kept | {name: value for name, value in whole.items() if value}

    def _columns(self, found: Mapping[str, Any]) -> dict[str, Any]:
        by_role: dict[str, list[str]] = {}
        for at, name in enumerate(self.headers):
            role = found.get(f"column-{at}")
            if role:
                by_role.setdefault(role, []).append(name)
        columns: dict[str, Any] = {role: names[0] for role, names in by_role.items()}
        amounts = by_role.get("amount", [])
        if len(amounts) > 1:
            columns["amount"] = {_period(name): name for name in amounts}
        return columns

    def _rules(self, found: Mapping[str, Any]) -> list[dict[str, Any]]:
        """In the plan's order, for of the rules that fit a row the first decides."""
        rows = iter([self._rule(found, at) for at in range(self.rule_count)])
        rules = [next(rows) if _is_simple(one) else one for one in self.plan.get("rule", ())]
        return [one for one in (*rules, *rows) if one]

    def _rule(self, found: Mapping[str, Any], at: int) -> dict[str, Any] | None:
        column, value, commitment = (
            found.get(f"rule-{part}-{at}") for part in ("column", "value", "commitment")
        )
        values = [one.strip() for one in str(value or "").split(";") if one.strip()]
        if not (column and values and commitment):
            return None
        where = {column: values if len(values) > 1 else values[0]}
        return {"where": where, "commitment": commitment}


def posted_headers(data: Any) -> list[str]:
    """The columns the sent page showed: they may be others than those of the file's next look."""
    found = []
    for at in range(SHOWN_COLUMNS):
        name = data.get(f"name-{at}")
        if name is None:
            break
        found.append(name)
    return found


def _posted_rules(data: Any) -> int:
    return next((at for at in range(MOST_RULES) if f"rule-column-{at}" not in data), MOST_RULES)


def _initial(plan: Mapping[str, Any], account: Mapping[str, Any]) -> dict[str, Any]:
    expected = plan.get("expected") or {}
    found = {name: plan.get(name) or "" for name in _PLAIN}
    found["channel"] = plan.get("channel") or account["channel"]
    if not found["currency"] and len(account["currencies"]) == 1:
        found["currency"] = account["currencies"][0]
    return found | {
        "expected_rows": expected.get("rows"),
        "expected_total": expected.get("total"),
        "expected_periods": ", ".join(str(one) for one in expected.get("periods", ())),
    }


def _roles(account: Mapping[str, Any]) -> dict[str, str]:
    """What each column was found to hold: as said, else as guessed."""
    roles = {name: role for role, name in account["chosen"].items()}
    roles |= dict.fromkeys(account["amounts"].values(), "amount")
    return roles


def _expected(found: Mapping[str, Any]) -> dict[str, Any]:
    periods = [one.strip() for one in str(found.get("expected_periods") or "").split(",")]
    total = found.get("expected_total")
    whole = {
        "rows": found.get("expected_rows"),
        "total": None if total is None else str(total),
        "periods": [one for one in periods if one],
    }
    return {name: value for name, value in whole.items() if value not in (None, [])}


def _period(name: str) -> str:
    """The period a column of amounts is of, as its name says; its name where it says none."""
    when = period_in(name)
    return when.label if when else name


def _is_simple(rule: Mapping[str, Any]) -> bool:
    """Whether the form can say it: one column, one commitment."""
    is_one = isinstance(rule.get("commitment"), str) and not rule.get("stance")
    return is_one and len(rule.get("where", ())) == 1


def _columns_of(rules: Sequence[Mapping[str, Any]]) -> list[str]:
    return [name for rule in rules for name in rule["where"]]


def _rule_cells(rule: Mapping[str, Any] | None) -> tuple[str, str, str]:
    if rule is None:
        return "", "", ""
    ((column, wanted),) = rule["where"].items()
    values = wanted if isinstance(wanted, (list, tuple)) else [wanted]
    return column, "; ".join(str(one) for one in values), rule["commitment"]
