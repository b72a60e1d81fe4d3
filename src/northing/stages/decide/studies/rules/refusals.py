"""Why can a study not be changed now?"""

SET_ASIDE = "study is set aside"
NOT_WORKED_OUT = "study is not worked out"
NO_CUT = "no such cut"
NO_WEIGHTS = "no weights given"
