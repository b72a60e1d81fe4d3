"""What may be said of a system that is told of events?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from northing.interfaces.web.forms.parts import Once, Revision
from northing.interfaces.web.sentences_webhooks import EVENTS
from northing.interfaces.webhooks.actions import Hook


class WebhookForm(Once):
    """What it is for, where it is, and of what it is told."""

    name = forms.CharField(
        label=_("What is it for?"),
        max_length=120,
        help_text=_("The system that listens, so that you know later which one to stop."),
    )
    address = forms.CharField(
        label=_("Address"),
        max_length=2_000,
        help_text=_("Where it listens, such as https://example.org/hear."),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    events = forms.MultipleChoiceField(
        label=_("Tell it when"), choices=list(EVENTS.items()), widget=forms.CheckboxSelectMultiple
    )
    revision = Revision(required=False)

    @property
    def hook(self) -> Hook:
        found = self.cleaned_data
        return Hook(found["name"], found["address"].strip(), found["events"])
