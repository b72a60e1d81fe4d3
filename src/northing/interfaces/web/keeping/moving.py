"""How do restored files come into a home so that a kill at any moment loses none of either?

A journal names what is to be moved before anything is. Each entry at the top of the home is moved
aside and the restored one put in its place; the database comes last, and with it all counts.
Where that did not come about, `undo` puts everything back.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

ROOM = ".restoring"
_JOURNAL, _ASIDE, _COMING = "journal.json", "aside", "home"


@dataclass(frozen=True, slots=True)
class Moving:
    """The restored files in their working place, and the home they are to come into."""

    home: Path

    @property
    def room(self) -> Path:
        return self.home / ROOM

    @property
    def coming(self) -> Path:
        return self.room / _COMING

    @property
    def mark(self) -> str:
        """What the journal of a restoring that was broken off is known by; nothing without one."""
        journal = self.room / _JOURNAL
        return str(json.loads(journal.read_text("utf-8"))["mark"]) if journal.exists() else ""

    def begin(self, mark: str, leaving: frozenset[str]) -> None:
        """Move everything. `leaving` are entries that go aside though none comes in their place."""
        coming = {one.name for one in self.coming.iterdir()}
        names = sorted(coming | {name for name in leaving if (self.home / name).exists()})
        self._write({"mark": mark, "names": names, "coming": sorted(coming)})
        (self.room / _ASIDE).mkdir(exist_ok=True)
        for name in names:
            if (self.home / name).exists():
                (self.home / name).rename(self.room / _ASIDE / name)
            if name in coming:
                (self.coming / name).rename(self.home / name)

    def undo(self) -> None:
        """Put back what was moved aside, and remove what had come in its place."""
        journal = self.room / _JOURNAL
        if journal.exists():
            told = json.loads(journal.read_text("utf-8"))
            for name in told["names"]:
                self._undo(name, has_come=name in told["coming"])
        self.end()

    def end(self) -> None:
        """The journal goes first: what is left then means nothing any more."""
        (self.room / _JOURNAL).unlink(missing_ok=True)
        shutil.rmtree(self.room, ignore_errors=True)

    def _undo(self, name: str, *, has_come: bool) -> None:
        aside = self.room / _ASIDE / name
        if has_come and not (self.coming / name).exists() and (self.home / name).exists():
            (self.home / name).rename(self.coming / name)
        if aside.exists():
            aside.rename(self.home / name)

    def _write(self, told: dict[str, object]) -> None:
        beside = self.room / f"{_JOURNAL}.part"
        with beside.open("w", encoding="utf-8") as file:
            json.dump(told, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.room / _JOURNAL)
