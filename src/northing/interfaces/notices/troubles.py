"""By which words do we name what hindered a message?"""

from __future__ import annotations

NO_SERVER = "no server"
"""The server did not answer, or refused us: it is tried again."""
NO_ADDRESS = "no address"
"""The server says for good that there is no such address."""
NOT_TAKEN = "not taken"
"""The chat did not take it."""
KEY_LOST = "key lost"
"""The chat's address was sealed by an installation with another secret."""
UNFORESEEN = "unforeseen"
UNKNOWN_CHAT = "unknown chat"
LOCAL_CHAT = "local chat"
"""The address leads into the network this installation stands in."""
CHAT_IS_SILENT = "chat is silent"
