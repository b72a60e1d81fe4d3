"""What may be typed of how all records are read, and whom no report names?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.interfaces.web.forms.audits import LANGUAGES
from northing.interfaces.web.forms.parts import Lines, Revision, Seen
from northing.stages.records.imports.facts import MONTHS as NUMBERS
from northing.stages.records.imports.facts import Usage
from northing.stages.records.imports.rules.names import NoName, why_no_name

MOST_TOLD = 5
NO_NAMES = {
    NoName.SHORT: _("this is too short for a name. Write it out, first name and last name."),
    NoName.DIGITS: _("a name holds no digits. Take them out, or the whole line."),
    NoName.SIGNS: _("a name is of letters. Write one name on each line, and no address."),
    NoName.WORD: _(
        "this is a word or an office, which reports keep. Name the person, or take the line out."
    ),
}


class Names(Lines):
    """One name on each line."""

    most, longest = 2_000, 120


class ReadingForm(Seen):
    """What holds for all files, unless it is said of one of them or of one audit."""

    revision = Revision(min_value=0, required=False)
    currency = forms.RegexField(
        r"^[A-Za-z]{3}$",
        label=_("Currency you reckon in"),
        required=False,
        help_text=_("Three letters, such as EUR: of amounts where no file names another."),
        error_messages={"invalid": _("Three letters, such as EUR.")},
    )
    fiscal_year_starts = forms.TypedChoiceField(
        label=_("Month in which your year begins"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_(
            "Where a file says FY2026: a year from July or later begins in 2025, any other in 2026."
        ),
    )
    language = forms.ChoiceField(label=_("Language of the records"))
    names = Names(
        label=_("Names that no report may say"),
        required=False,
        rows=8,
        help_text=_(
            "One on each line: staff, patients, donors. Only these and those that the files list "
            "as authors or as present are found; nobody guesses."
        ),
    )
    hides_members = forms.BooleanField(
        label=_("And all who are members here"),
        required=False,
        help_text=_("Who they are is asked when an audit begins; they are not added to the list."),
    )

    def __init__(self, data: Any, *, usage: Usage, revision: int) -> None:
        known = {name: getattr(usage, name) for name in self.base_fields if hasattr(usage, name)}
        super().__init__(data, initial=known | {"revision": revision})
        months = [(one, MONTHS[one]) for one in NUMBERS]
        self._choose("fiscal_year_starts", [("", _("not said: as the calendar’s")), *months])
        others = [] if usage.language in dict(LANGUAGES) else [(usage.language, usage.language)]
        self._choose("language", [*LANGUAGES, *others])

    def _choose(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for sentence in self._no_names(found)[:MOST_TOLD]:
            self.add_error("names", sentence)
        return found

    def _no_names(self, found: dict[str, Any]) -> list[str]:
        """One sentence for each line that is no name; lines are counted as they were typed."""
        language = found.get("language") or "en"
        typed = str(self.data.get("names", "")).splitlines() if "names" in found else []
        lines = [(at, line.strip()) for at, line in enumerate(typed, 1) if line.strip()]
        wrong = ((at, line, why_no_name(line, language=language)) for at, line in lines)
        return [
            _now("Line %(line)d, “%(value)s”: %(reason)s")
            % {"line": at, "value": line, "reason": NO_NAMES[why]}
            for at, line, why in wrong
            if why
        ]

    @property
    def usage(self) -> Usage:
        found = self.cleaned_data
        return Usage(
            names=tuple(dict.fromkeys(found["names"])),
            hides_members=found["hides_members"],
            fiscal_year_starts=found["fiscal_year_starts"],
            currency=found["currency"].upper(),
            language=found["language"],
        )
