"""Which short forms carry a full stop that does not end a sentence (English and German)?"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Never the end of a sentence: titles and links to what follows.
BINDING = _words(
    "e.g i.e cf vs dr prof mr mrs ms st sr jr messrs rev hon gen col capt lt sgt z.b d.h u.a s.o"
    " u.ä o.ä i.d.r bzw vgl ggf evtl inkl exkl zzgl ca ggü hr fr dipl ing viz approx esp incl"
    " resp"
)
# Bind a number: No. 5, Art. 3, pp. 7.
BEFORE_NUMBER = _words("no nos nr art abs p pp fig sec vol ch tab para s eq ref")
# May end a sentence or not: they do when a word follows that mostly begins one.
OPEN = _words(
    "inc ltd co corp etc usw ag dept est max min mio mrd tsd jan feb mar apr jun jul"
    " aug sep sept oct okt nov dec dez"
)
STARTERS = _words(
    "The We It This That These Those In On At For To A An They He She You I There If When As But"
    " And Our All No Every Each Der Die Das Wir Es Sie Er Ich Ein Eine Im In Am Bei Für Mit Und"
    " Aber Alle Jede Jeder Unsere"
)
MONTHS = _words(
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember"
    " Jan Feb Mär Apr Jun Jul Aug Sep Okt Nov Dez Quartal Halbjahr Jahrhundert"
)
