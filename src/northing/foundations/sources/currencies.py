"""Which currency does a sign or a code name?"""

from __future__ import annotations

import re

_SIGNS = {
    "US$": "USD",
    "CA$": "CAD",
    "C$": "CAD",
    "A$": "AUD",
    "NZ$": "NZD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "Fr.": "CHF",
    "EURO": "EUR",
}
_CODES = (
    "USD EUR GBP CHF JPY CAD AUD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN TRY UAH INR CNY KRW"
    " BRL MXN ARS ZAR KES NGN GHS SGD HKD ILS AED SAR THB IDR PHP VND"
)
_WRITTEN = (*_SIGNS, *_CODES.split(" "))
CURRENCY_PATTERN = "(?:" + "|".join(re.escape(word) for word in _WRITTEN) + ")"
_BY_UPPER = {sign.upper(): code for sign, code in _SIGNS.items()}


def currency_of(written: str) -> str:
    """The code of a currency sign ($ is USD) or of a code in any case; else as written."""
    upper = written.upper()
    if upper in _BY_UPPER:
        return _BY_UPPER[upper]
    return upper if upper in _WRITTEN else written
