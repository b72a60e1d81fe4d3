"""Why can a decision, a filter or an appeal not be changed just now? Pages say these in full.

What `signing.after` refuses is said by itself, in its own sentences.
"""

from __future__ import annotations

NOT_A_DRAFT = "decision is no draft"
NO_QUESTION = "decision without a question"
UNKNOWN_COMMITMENT = "answer to no commitment"
ANSWERED_TWICE = "commitment answered twice"
FORECAST_MISSING = "forecast is asked for"
QUESTIONS_OPEN = "questions of a filter are open"
CONDITION_NEEDS_DAY = "condition is due in the past"
NOT_ACCEPTED = "decision is not accepted"
REVIEW_TOO_EARLY = "nothing to review yet"
CONDITION_IS_MET = "condition is met already"
FILTER_EXISTS = "filter of this name"
FILTER_SIGNERS_ARE_FEW = "signers of a filter are few"
FILTER_HAS_ENDED = "filter has ended"
NOTHING_TO_APPEAL = "nothing to appeal against"
APPEAL_JUDGED = "appeal is judged"
JUDGES_OWN_CASE = "judge of the own case"
NOT_YOURS = "decision of another"
SUCCESSOR_NOT_TAKEN = "successor is not accepted"
SIGNER_UNKNOWN = "signer is no member"
DAY_IS_AHEAD = "day is ahead"
ODD_RULES = "rules nobody can keep"
AMOUNT_BELOW_NOTHING = "amount is below nothing"
HAS_ANOTHER_PLACE = "successor of another"
