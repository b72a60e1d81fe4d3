"""What are kinds of records, layers of promises and what ties the two called on every page?"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from northing.stages.clarify.commitments.facts import Layer
from northing.stages.diagnose.linking.facts import Origin
from northing.stages.records.ledger.facts import Channel, Stance

Said = dict[str, str | Promise]
"""By what is stored: what the reader is told."""

CHANNELS: Said = {
    Channel.WORDS: _("words"),
    Channel.COMMUNICATIONS: _("communications"),
    Channel.MONEY: _("money"),
    Channel.DECISIONS: _("decisions"),
    Channel.METRICS: _("metrics"),
    Channel.INCENTIVES: _("incentives"),
    Channel.TIME: _("time"),
    Channel.INITIATIVES: _("initiatives"),
    Channel.PRACTICES: _("practices"),
    Channel.VOICE: _("voice"),
}
LAYERS: Said = {
    Layer.STRATEGIC: _("strategic"),
    Layer.OPERATIONAL: _("operational"),
    Layer.CULTURAL: _("cultural"),
}
STANCES: Said = {
    Stance.ADVANCES: _("advances it"),
    Stance.CONTRADICTS: _("contradicts it"),
    Stance.NEUTRAL: _("does neither"),
    Stance.UNKNOWN: _("cannot be told"),
}
ORIGINS: Said = {
    Origin.PERSON: _("a person said so"),
    Origin.GIVEN: _("the record itself says so"),
    Origin.RULE: _("a rule that people wrote"),
    Origin.MACHINE: _("the machine compared the words"),
}
"""Who or what says that a record bears on a promise: said of plausible links too."""
