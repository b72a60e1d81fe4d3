"""Which rows do the addresses of webhooks name?"""

from northing.foundations.people.tests.make import NOON
from northing.interfaces.webhooks.models import Delivery, Webhook
from northing.interfaces.webhooks.rules.signing import secret_of
from northing.interfaces.webhooks.sealing import seal

ENDS = ("webhook_removal",)
"""Names of addresses that end what others look at: they are tried last."""


def rows(owner):
    """The row behind each name of an address, in the owner's organisation."""
    made, is_new = Webhook.objects.get_or_create(
        organisation=owner.organisation,
        name="<i>Ledger</i>",
        defaults={
            "address": "https://93.184.216.34/hear?key=<secret>",
            "events": ["audit.done", "import.done"],
            "secret": seal(secret_of(b"0" * 32)),
            "made_at": NOON,
            "made_by": owner,
        },
    )
    if is_new:
        for place, (state, failure) in enumerate((("taken", ""), ("waiting", "not reached"))):
            Delivery.objects.create(
                webhook=made, sequence=place + 1, event="audit.done", body="{}", state=state,
                failure=failure, tries=1, tried_at=NOON, made_at=NOON,
            )  # fmt: skip
    return {"webhook": made}
