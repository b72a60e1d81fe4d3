"""In which German words is told what rules said in other words when an older audit was made?

What an audit wrote stays as it is; whoever opens an old one in German reads all of it in German.
"""

from __future__ import annotations

EARLIER = {
    "{share} of the {channel} for “{promise}” lie with one {kind}, “{name}”.": (
        "{share} unter „{channel}“ für „{promise}“ liegen bei {kind}: „{name}“."
    ),
    "{readings} of it stand at fifty per cent or more. Who was not asked, or kept silent, may "
    "think otherwise; readings of fewer than {fewest} answers are not used.": (
        "Dazu bei fünfzig Prozent oder mehr: {readings}. Wer nicht gefragt wurde oder schwieg, "
        "kann anders denken; Messwerte mit weniger als {fewest} Antworten werden nicht verwendet."
    ),
}
