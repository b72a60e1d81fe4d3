"""Which fields do forms of several areas share?"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from typing_extensions import override

from northing.interfaces.web.forms.people import Form

LAST_REVISION = 2**31 - 2


class Prose(forms.CharField):
    """Text of several lines, with one kind of line end whatever the browser sends."""

    def __init__(self, *, rows: int = 4, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    @override
    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class Lines(Prose):
    """A list of short sentences, one on each line."""

    most, longest = 30, 300

    @override
    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    @override
    def clean(self, value: Any) -> Any:
        found = [line.strip() for line in super().clean(value).split("\n") if line.strip()]
        if len(found) > self.most:
            raise forms.ValidationError(
                _("At most %(most)d lines; these are %(count)d. Keep the ones that tell most.")
                % {"most": self.most, "count": len(found)}
            )
        long = next((at for at, line in enumerate(found, 1) if len(line) > self.longest), None)
        if long:
            raise forms.ValidationError(
                _("Line %(line)d has more than %(longest)d characters. Make two of it.")
                % {"line": long, "longest": self.longest}
            )
        return found


class Day(forms.DateField):
    """A day, written 2026-03-14 or picked."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, **options)


class Once(Form):
    """A form that makes one thing however often it is sent: its ticket becomes the row's id."""

    ticket = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)


class Revision(forms.IntegerField):
    """Which state of a thing the page showed; 0, where it may be given, where there was none.

    Bounded so that the next one still fits into a column: what comes back may be anything.
    """

    def __init__(self, *, min_value: int = 1, **options: Any) -> None:
        super().__init__(
            widget=forms.HiddenInput, min_value=min_value, max_value=LAST_REVISION, **options
        )


class Seen(Form):
    """A form that knows which state of a thing its page showed."""

    revision = Revision()

    def look_again(self, revision: int) -> None:
        """After a refusal: the next sending is of somebody who has seen what is there now."""
        self.now("revision", str(revision))

    def now(self, name: str, value: str) -> None:
        """The hidden field says this from now on, whatever was sent."""
        self.data = {key: self.data[key] for key in self.data} | {name: value}


class Kept(Once, Seen):
    """A form that makes a thing, or changes the one whose state it shows."""

    revision = Revision(required=False)


class Turn(Form):
    """A button that turns a thing to another state; it says which one its page showed."""

    revision = Revision(min_value=0, required=False)

    @property
    def seen(self) -> int:
        """0, which is the state of nothing, where it says none that could be."""
        return (self.cleaned_data.get("revision") or 0) if self.is_valid() else 0
