"""How does one form ask for several things of a kind, each in a slot of its own?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django import forms

from northing.interfaces.web.forms.people import Form


class Slots(Form):
    """A form with the same few fields several times: one slot for each thing, empty ones after.

    Each slot knows the row it shows; an empty one has the id its row will get, so that a form
    sent twice makes one.
    """

    most = 0

    def __init__(self, *arguments: Any, rows: Sequence[Any], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.rows = {row.id: row for row in rows[: self.most]}
        shown: list[Any] = list(self.rows.values())
        for at in range(1, self.most + 1):
            row = shown[at - 1] if at <= len(shown) else None
            self._hide(f"held-{at}", forms.UUIDField(initial=row.id if row else uuid4))
            seen = row.revision if row else 0
            self._hide(f"seen-{at}", forms.IntegerField(initial=seen, min_value=0))
            self.ask(at, row)

    def ask(self, at: int, row: Any) -> None:
        """Add the fields of one slot."""
        raise NotImplementedError

    def slots(self) -> list[dict[str, Any]]:
        """The fields of each slot, by their short names, as the page lays them out."""
        found = []
        for at in range(1, self.most + 1):
            names = [name for name in self.fields if name.endswith(f"-{at}")]
            row = self._row(self[f"held-{at}"].value())
            found.append({"at": at, "row": row} | {name[:-2]: self[name] for name in names})
        return found

    def given(self, at: int) -> tuple[UUID, int]:
        """The row of a slot, and the revision its page showed; 0 for one that was empty."""
        found = self.cleaned_data
        return found.get(f"held-{at}") or uuid4(), found.get(f"seen-{at}") or 0

    def look_again(self) -> None:
        """After a refusal: the next sending is of somebody who has seen what is there now."""
        now = {
            f"seen-{at}": str(row.revision)
            for at in range(1, self.most + 1)
            if (row := self._row(self.data.get(f"held-{at}")))
        }
        self.data = {key: self.data[key] for key in self.data} | now

    def _row(self, wanted: Any) -> Any:
        try:
            return self.rows.get(UUID(str(wanted)))
        except ValueError:
            return None

    def _hide(self, name: str, field: forms.Field) -> None:
        field.required, field.widget = False, forms.HiddenInput()
        self.fields[name] = field
