"""Which words carry no topic of their own?

Own short lists, of function words only: a word that could name a topic stays out of them.
"""

from __future__ import annotations

_ENGLISH = """
a about above after again against all almost also although always am among an and another any
anybody anyone anything are aren around as at away back be became because become becomes been
before being below between both but by came can cannot could couldn did didn do does doesn doing
don done down during each either else etc even ever every everybody everyone everything few for
from further get gets getting give given gives go goes going gone got had hadn has hasn have haven
having he hence her here hers herself him himself his how however i if in into is isn it its
itself just keep let like ll made make makes making many may me might mine more most much must
my myself need needs neither no nobody none nor not nothing now of off often on once one only onto
or other others ought our ours ourselves out over own per perhaps please put quite rather re
really same say says see seem seems shall she should shouldn since so some somebody someone
something soon still such take than that the their theirs them themselves then there therefore
these they thing things this those though through thus to too took toward towards two under until
unto up upon us use used uses using very via ve want was wasn way we well were weren what whatever
when whenever where wherever whether which while who whoever whole whom whose why will with within
without won would wouldn yes yet you your yours yourself yourselves
"""

_GERMAN = """
aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch
auf aus bei beim bereits bin bis bist da dabei dadurch dafür dagegen daher damit danach dann daran
darauf daraus darf darin darum das dass davon dazu dein deine dem den denen denn dennoch der deren
des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch dürfen eben ein
eine einem einen einer eines einige einigen einiger einiges einmal er es etwa etwas euch euer eure
fast für ganz gar gegen geht gemacht gibt hab habe haben hat hatte hatten hier hin hinter ich ihm
ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins ist ja jede jedem jeden jeder
jedes jedoch jene jenem jenen jener jenes jetzt kann kein keine keinem keinen keiner keines können
könnte machen macht man manche manchem manchen mancher manches mehr mein meine meinem meinen
meiner mich mir mit muss müssen nach nachdem nicht nichts noch nun nur ob oder ohne per schon sehr
sein seine seinem seinen seiner seit selbst sich sie sind so sobald solche solchem solchen solcher
soll sollen sollte sondern sonst soweit sowie sowohl statt um und uns unser unsere unserem unseren
unserer unter usw viel viele vielen vom von vor wann war waren warum was weg weil weiter welche
welchem welchen welcher welches wenn wer werde werden wie wieder wird wir wo wobei wodurch wollen
worden wurde wurden während wäre zu zum zur zwar zwei zwischen über
"""

STOP_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(_ENGLISH.split()),
    # Words are compared folded: "größe" and "groesse" differ, "muß" and "muss" do not.
    "de": frozenset(word.casefold() for word in _GERMAN.split()),
}
