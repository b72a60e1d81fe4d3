"""Which verbs are there, and which of them is loaded?

The one that was asked for: `northing trail verify` does not wait for what draws an audit's charts.
"""

from __future__ import annotations

from collections import UserDict
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command
from typing_extensions import override

HERE = __package__


@dataclass(frozen=True, slots=True)
class Verb:
    """Where it is written, `app` there where it has verbs of its own; what the list says of it."""

    module: str
    name: str
    brief: str

    def loaded(self, name: str) -> Any:
        """As Typer makes it of the function, or of the verbs below it."""
        written = getattr(import_module(f"{HERE}.{self.module}"), self.name)
        if not isinstance(written, typer.Typer):
            alone = typer.Typer(add_completion=False)
            alone.command()(written)
            written = alone
        written.rich_markup_mode = None
        found = get_command(written)
        found.name = name
        return found


VERBS = {
    "init": Verb("init", "init", "Write a case after a few questions about a folder."),
    "check": Verb("check", "check", "Read a case without judging it."),
    "audit": Verb("audit", "audit", "Audit a case; write its reports."),
    "judge": Verb("judge", "judge", "Ask a language model about deeds nobody has judged."),
    "sample": Verb("sample", "sample", "Draw pairs for people to check."),
    "label": Verb("label", "label", "Answer a sample in the terminal."),
    "verify": Verb("verify", "verify", "Read filled sheets of a sample back."),
    "statement": Verb("statement", "statement", "Hold promises against a checklist."),
    "prioritise": Verb("prioritise", "prioritise", "Rank options by what they are worth."),
    "budget": Verb("budget", "budget", "Propose a budget within its limits."),
    "ready": Verb("ready", "ready", "Ask the records whether what change needs is there."),
    "approach": Verb("approach", "approach", "Ask where change should begin."),
    "revealed": Verb("revealed", "revealed", "Lay choices beside what was said to matter."),
    "serve": Verb("serve", "serve", "Serve the web application."),
    "mcp": Verb("mcp", "mcp", "Let an assistant look things up."),
    "backup": Verb("keeping", "backup", "Write all that is stored into one file."),
    "restore": Verb("keeping", "restore", "Bring back what a back-up holds."),
    "export-organisation": Verb(
        "carrying", "export_organisation", "Write one organisation into an archive."
    ),
    "import-organisation": Verb(
        "carrying", "import_organisation", "Read an organisation from its archive."
    ),
    "decide": Verb("decide", "app", "Are decisions tested and signed?"),
    "trail": Verb("trail", "app", "Is what was done what was written?"),
}


class Loading(UserDict[str, Any]):
    """Each verb by its name, loaded when it is first taken from here."""

    @override
    def __getitem__(self, name: str) -> Any:
        if isinstance(self.data[name], Verb):
            self.data[name] = self.data[name].loaded(name)
        return self.data[name]


class Verbs(TyperGroup):
    """The program: it lists all its verbs without loading one."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs | {"commands": None})
        self.commands = Loading(VERBS)

    @override
    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, verb.brief) for name, verb in VERBS.items()])
