"""Does a transaction balance, and what is the amount that was left out?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from northing.foundations.sources.cells import text_of
from northing.foundations.sources.journal_amounts import Marks, Moved, moved_by
from northing.foundations.sources.journal_entries import Posting, Transaction
from northing.foundations.sources.opened import UnreadableSource

_DIGITS = 150  # enough for exact products of any two amounts that are read


@dataclass(frozen=True, slots=True)
class Balanced:
    """One posting with its amount; `is_inferred` where the journal left it out."""

    posting: Posting
    amount: Decimal
    commodity: str | None
    is_inferred: bool


def balanced(transaction: Transaction, marks: Marks) -> list[Balanced]:
    """The postings with their amounts, in order; raises unless they balance to the last digit.

    Each commodity balances for itself, costs in place of amounts. Postings in brackets balance
    among themselves, postings in parentheses need not.
    """
    if transaction.problem:
        raise transaction.problem
    if not transaction.postings:
        raise _refusal(transaction, "has no postings", "Add its postings, or take it out.")
    with localcontext() as context:
        context.prec = _DIGITS
        moved = [(posting, moved_by(posting, marks)) for posting in transaction.postings]
        missing = {
            kind: _missing(transaction, [pair for pair in moved if pair[0].kind == kind])
            for kind in {posting.kind for posting in transaction.postings}
        }
    result: list[Balanced] = []
    for posting, amount in moved:
        if amount is None:
            for commodity, quantity in missing[posting.kind].items():
                result.append(Balanced(posting, quantity, commodity, is_inferred=True))
        else:
            result.append(Balanced(posting, amount.quantity, amount.commodity, is_inferred=False))
    return result


def _missing(
    transaction: Transaction, moved: Sequence[tuple[Posting, Moved | None]]
) -> dict[str | None, Decimal]:
    """What the left-out amount must be, per commodity; empty when none was left out."""
    rest: dict[str | None, Decimal] = defaultdict(Decimal)
    for _, amount in moved:
        if amount is not None:
            rest[amount.weighed_in] += amount.weight
    left_out = sum(amount is None for _, amount in moved)
    is_free = moved[0][0].kind == "virtual posting"
    if left_out > 1 or (left_out and (is_free or not rest)):
        raise _refusal(
            transaction,
            f"leaves out {left_out} amounts that cannot be worked out",
            "Write all amounts of the transaction but one.",
        )
    open_rest = {commodity: value for commodity, value in rest.items() if value}
    if left_out:
        found = open_rest or dict.fromkeys(list(rest)[:1], Decimal(0))
        return {commodity: -value for commodity, value in found.items()}
    if open_rest and not is_free:
        raise _refusal(
            transaction,
            f"does not balance: {_said(open_rest)} is left over",
            "Correct the amounts.",
        )
    return {}


def _said(rest: dict[str | None, Decimal]) -> str:
    return " and ".join(f"{text_of(value)} {name or ''}".strip() for name, value in rest.items())


def _refusal(transaction: Transaction, what: str, remedy: str) -> UnreadableSource:
    return UnreadableSource(
        f"The transaction '{transaction.payee}' of {transaction.on} {what}.",
        remedy,
        value=transaction.payee,
        line=transaction.line,
    )
