"""Why can an audit not be issued, set aside or given an opinion?"""

from __future__ import annotations

NOT_DONE = "audit not done"
ISSUED_ALREADY = "issued already"
SET_ASIDE_ALREADY = "set aside already"
