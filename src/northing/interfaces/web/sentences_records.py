"""How do pages say states of imports and kinds of columns?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.interfaces.worker.jobs.imports import NO_RECORDS
from northing.interfaces.worker.limits import NO_ROOM
from northing.interfaces.worker.taking import BROKEN, GONE
from northing.stages.records.imports.actions import HERE_ALREADY
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger.actions import OTHER_CHANNEL
from northing.stages.records.ledger.facts import Channel, Side
from northing.stages.records.ledger.rules.paging import Order

State = Import.State
STATES = {
    State.LOOKING: _("being looked at"),
    State.READY: _("waits for you"),
    State.READING: _("being read"),
    State.DONE: _("read"),
    State.REFUSED: _("refused"),
    State.UNDONE: _("undone"),
}
CHANNELS_EXPLAINED = {
    Channel.WORDS: _("words: statements, strategies, reports, the website"),
    Channel.COMMUNICATIONS: _("communications: minutes, letters, speeches"),
    Channel.MONEY: _("money: budgets, payments, income"),
    Channel.DECISIONS: _("decisions: what was resolved, by whom"),
    Channel.METRICS: _("metrics: indicators and their targets"),
    Channel.INCENTIVES: _("incentives: what pay and bonuses reward"),
    Channel.TIME: _("time: hours and what they went to"),
    Channel.INITIATIVES: _("initiatives: projects and programmes"),
    Channel.PRACTICES: _("practices: what is done day by day"),
    Channel.VOICE: _("voice: surveys, complaints, what people say to you"),
}
AUDIENCES = {"inside": _("inside"), "outside": _("outside")}
SIDES = {Side.SPENDING: _("spending"), Side.INCOME: _("income")}
ORDERS = {
    Order.NEWEST: _("newest first"),
    Order.OLDEST: _("oldest first"),
    Order.LARGEST: _("largest first"),
    Order.SMALLEST: _("smallest first"),
    Order.AS_READ: _("as they were read"),
}
COLUMNS = {
    "text": _("what was said or done"),
    "amount": _("amount"),
    "date": _("when it took effect"),
    "unit": _("unit, department"),
    "id": _("number or voucher"),
    "parent": _("the total it belongs to"),
    "currency": _("currency"),
    "side": _("spending or income"),
    "commitment": _("commitment it serves"),
    "stance": _("advances or contradicts"),
    "audience": _("inside or outside"),
    "level": _("level of staff"),
    "author": _("who said or decided it"),
    "received": _("when you received it"),
    "target": _("target"),
    "outcome": _("what became of it"),
    "stake": _("money at stake"),
}
STEPS = {"reading": _("Reading the file"), "storing": _("Keeping its records")}
LEFT_OUT = {
    "rows without an amount (headings, notes)": _("rows without an amount (headings, notes)"),
    "totals and subtotals, counted through their parts": _(
        "totals and subtotals, counted through their parts"
    ),
    "rows without text": _("rows without text"),
    "lines of attendance lists (people are never quoted)": _(
        "lines of attendance lists (people are never quoted)"
    ),
    "fragments of fewer than two words": _("fragments of fewer than two words"),
    "postings that settle or balance another (assets, liabilities)": _(
        "postings that settle or balance another (assets, liabilities)"
    ),
}
REASONS = {
    NO_RECORDS: _(
        "No row of the file became a record. Look at what was refused and left out, and say again "
        "how the file is to be read."
    ),
    BROKEN: _(
        "The file makes its reader break off. Save it again in the program it comes from, as CSV "
        "or XLSX, and hand that in."
    ),
    NO_ROOM: _(
        "The disk of this installation is full. What was there before is whole. Ask whoever runs "
        "it to make room, and then do this again."
    ),
    GONE: _("The file is no longer on the shelf of this installation. Hand it in again."),
}
REFUSALS = {
    HERE_ALREADY: _("This very file is here already."),
    OTHER_CHANNEL: _(
        "A record keeps its channel, for its place in the case hangs on it. Withdraw this one and "
        "type in another."
    ),
}
VERBS = {
    "file handed in": _("handed in a file"),
    "import begun": _("had a file read"),
    "import done": _("finished reading a file"),
    "import refused": _("refused a file"),
    "import undone": _("undid an import"),
    "import reopened": _("asked again how a file is to be read"),
    "usage said": _("said how all records are read"),
    "record typed in": _("typed in a record"),
    "typed record changed": _("changed a typed record"),
    "typed record withdrawn": _("withdrew a typed record"),
    "typed record brought back": _("brought a typed record back"),
    "link corrected": _("corrected a link"),
    "correction withdrawn": _("withdrew a correction"),
}
