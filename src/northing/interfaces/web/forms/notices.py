"""What may be said of what one wants to hear, by which way and when?"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.interfaces.notices.actions import Said
from northing.interfaces.notices.kinds import Channel, Kind, Rhythm
from northing.interfaces.notices.models import Wishes
from northing.interfaces.notices.sentences import NAMES
from northing.interfaces.notices.store import rhythm_of
from northing.interfaces.web.forms.parts import Revision, Seen
from northing.interfaces.web.forms.people import Form
from northing.interfaces.web.sentences_notices import CHANNELS, RHYTHMS

NO_PLACES = ("Etc", "SystemV", "US", "posix", "right")
MINUTES = "%H:%M"


@cache
def zones() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """By continent, each by its city; the old names of whole countries are left out."""
    found = sorted(
        one for one in available_timezones() if "/" in one and one.split("/")[0] not in NO_PLACES
    )
    grouped = groupby(found, key=lambda one: one.partition("/")[0])
    places = (
        (land, tuple((one, one.partition("/")[2].replace("_", " ")) for one in some))
        for land, some in grouped
    )
    return (("", (("UTC", "UTC"),)), *places)


class Hour(forms.TimeField):
    """A time of day, written 07:00."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TimeInput(attrs={"type": "time"}, format=MINUTES)
        super().__init__(widget=widget, **options)


class WishesForm(Seen):
    """For each kind and way how soon; when nothing is to come; by which clock."""

    revision = Revision(min_value=0, required=False)
    ended = forms.MultipleChoiceField(
        label=_("Where should nothing be sent at all?"),
        required=False,
        choices=[(one.value, said) for one, said in CHANNELS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    language = forms.ChoiceField(label=_("Language of what is sent"), choices=settings.LANGUAGES)
    zone = forms.ChoiceField(label=_("Time zone"))
    gathered_at = Hour(
        label=_("At which hour?"),
        help_text=_("Then what comes once a day or once a week is sent."),
    )
    weekday = forms.TypedChoiceField(
        label=_("On which day of the week?"),
        help_text=_("Then what comes once a week is sent."),
        coerce=int,
        choices=list(WEEKDAYS.items()),
    )
    quiet_from = Hour(
        label=_("Quiet from"),
        required=False,
        help_text=_("What falls into these hours comes when they end."),
    )
    quiet_until = Hour(
        label=_("Quiet until"),
        required=False,
        help_text=_("Leave both empty to hear at any hour."),
    )

    def __init__(self, *arguments: Any, wishes: Wishes, kinds: list[Kind], **options: Any) -> None:
        super().__init__(*arguments, **(options | {"initial": _known(wishes)}))
        self.kinds, self.wishes = kinds, wishes
        self.fields["zone"].choices = zones()  # type: ignore[attr-defined]
        self.channels = [one for one in Channel if one is Channel.MAIL or wishes.chat]
        for kind in kinds:
            for channel in self.channels:
                self._ask(kind, channel)

    def _ask(self, kind: Kind, channel: Channel) -> None:
        self.fields[_name(channel, kind)] = forms.ChoiceField(
            label=f"{NAMES[kind]}, {CHANNELS[channel]}",
            choices=[(one.value, said) for one, said in RHYTHMS.items()],
            initial=_said_of(self.wishes, channel, kind).value,
        )

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The table: a kind, and its field for each way."""
        return [
            {
                "name": NAMES[kind],
                "fields": [
                    {"field": self[_name(one, kind)], "way": CHANNELS[one]} for one in self.channels
                ],
            }
            for kind in self.kinds
        ]

    @property
    def ways(self) -> list[Any]:
        return [CHANNELS[one] for one in self.channels]

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        begin, end = found.get("quiet_from"), found.get("quiet_until")
        if (begin is None) != (end is None):
            self.add_error("quiet_until", _("Give both hours, or neither."))
        elif begin is not None and begin == end:
            self.add_error("quiet_until", _("These hours are the same. Give another, or neither."))
        return found

    @property
    def said(self) -> Said:
        """What was said of kinds that this page did not show stays."""
        found = self.cleaned_data
        names = ("language", "zone", "quiet_from", "quiet_until", "gathered_at", "weekday")
        return Said(
            rhythms={one: self._rhythms(one) for one in Channel},
            ended=tuple(Channel(one) for one in found["ended"]),
            **{name: found[name] for name in names},
        )

    def _rhythms(self, channel: Channel) -> dict[Kind, Rhythm]:
        before = self.wishes.rhythms.get(channel, {})
        kept = {Kind(kind): Rhythm(rhythm) for kind, rhythm in before.items()}
        if channel not in self.channels:
            return kept
        return kept | {kind: Rhythm(self.cleaned_data[_name(channel, kind)]) for kind in self.kinds}


class ChatForm(Form):
    """The address of a chat: a secret, so it is never shown again."""

    address = forms.CharField(
        label=_("Address of the chat"),
        max_length=2_000,
        help_text=_(
            "The incoming webhook of your chat, as it is given there: Slack, Teams, Discord, "
            "Google Chat, Mattermost, Rocket.Chat, Matrix, Zulip, Webex, Nextcloud Talk, ntfy."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


def _name(channel: Channel, kind: Kind) -> str:
    return f"{channel}_{kind.name.lower()}"


def _said_of(wishes: Wishes, channel: Channel, kind: Kind) -> Rhythm:
    """What was said of the kind, even where nothing comes by this way at all."""
    said = wishes.rhythms.get(channel, {}).get(kind)
    return Rhythm(said) if said else rhythm_of(Wishes(chat="any"), channel, kind)


def _known(wishes: Wishes) -> dict[str, Any]:
    names = ("revision", "ended", "language", "zone", "quiet_from", "quiet_until", "gathered_at",
             "weekday")  # fmt: skip
    return {name: getattr(wishes, name) for name in names}
