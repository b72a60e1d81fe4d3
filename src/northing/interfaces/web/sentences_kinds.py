"""What are the kinds of records, and the layers of promises, called on every page?"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from northing.stages.clarify.commitments.facts import Layer
from northing.stages.records.ledger.facts import Channel

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
