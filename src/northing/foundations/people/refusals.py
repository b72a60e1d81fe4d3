"""Why can somebody not do this, and what would help?"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID


class NotAllowed(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """The table of access says no."""


class Refused(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """The state of things says no; `field` names where on a form the sentence belongs.

    `code` is one of the sentences the pages know how to say in the reader's language. `rows` are
    those it is about, where the address somebody came by does not name them.
    """

    def __init__(self, code: str, *, field: str | None = None, rows: Iterable[UUID] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.rows = frozenset(rows)


OPEN_ALREADY = "open already"
MEMBER_ALREADY = "member already"
NEEDS_END = "needs end"
END_IS_PAST = "end is past"
LAST_OWNER = "last owner"
CHANGED_MEANWHILE = "changed meanwhile"
OTHER_ADDRESS = "other address"
ADDRESS_TAKEN = "address taken"
LINK_IS_SPENT = "link is spent"
UNIT_EXISTS = "unit exists"
UNIT_IN_USE = "unit in use"
UNIT_BELOW_ITSELF = "unit below itself"
NOT_VERIFIED = "not verified"
OTHER_DOMAIN = "other domain"
NOT_ASKED_IN = "not asked in"
OTHER_ISSUER = "other issuer"
NOT_VOUCHED = "not vouched for"
PROVIDER_IS_ILL = "provider is ill"
END_IS_FAR = "end is far"
TOKENS_ARE_MANY = "tokens are many"
