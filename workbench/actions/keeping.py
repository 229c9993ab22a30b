"""Looking after the library: what is in it, whether it is sound, backups, moving it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.progress import SILENT, Progress

TARGETS = {"backup": "a file", "restore": "a file", "copy": "an address"}
"""What each deed needs besides its name; the others need nothing."""


class TargetNeededError(WorkbenchError):
    """A deed that needs a file or address, and got none."""

    code = "actions.target-needed"
    message = "`library {deed}` needs {what}; name it after the word"


@dataclass(frozen=True, slots=True)
class Report:
    """What was found or done: a sentence for people, the same as values, and whether all is well."""

    sentence: str
    shape: dict[str, Any] = field(default_factory=dict)
    sound: bool = True


def look_after(location: str, deed: str, target: str | None, *, progress: Progress = SILENT) -> Report:
    """Carry out one of info, verify, backup, restore, copy on the library at `location`."""
    from workbench.library import Library

    if deed in TARGETS and not target:
        raise TargetNeededError(deed=deed, what=TARGETS[deed])
    with Library.open(location, progress) as library:
        match deed:
            case "info":
                info = library.info()
                languages = ", ".join(f"{code} {count}" for code, count in info.languages.items())
                counts = f"{info.agreements} agreements, {info.clauses} clauses, {info.background} background"
                sentence = f"{info.location} (schema {info.schema})\n{counts}" + (
                    f"\n{languages}" * bool(languages)
                )
                return Report(
                    sentence,
                    {
                        "location": info.location,
                        "schema": info.schema,
                        "agreements": info.agreements,
                        "clauses": info.clauses,
                        "background": info.background,
                        "languages": dict(info.languages),
                    },
                )
            case "verify":
                verified = library.verify()
                problems = list(verified.problems)
                sentence = "\n".join(problems) or f"{verified.checked} records checked, all sound"
                return Report(sentence, {"checked": verified.checked, "problems": problems}, verified.sound)
            case "backup":
                library.backup(Path(str(target)))
                return Report(f"backed up to {target}", {"backup": str(target)})
            case "restore":
                library.restore(Path(str(target)))
                return Report(f"restored from {target}", {"restored": str(target)})
            case _:
                library.copy(str(target), progress)
                return Report(f"copied to {target}", {"copy": str(target)})
