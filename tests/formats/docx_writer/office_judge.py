"""LibreOffice as judge, run by an interpreter that has its `uno` module: it decides all or updates all fields,
then prints the text.

Usage: python3 office_judge.py accept|reject|update|plain FILE OUT.txt [accept FILE OUT.txt ...]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]  # in LibreOffice's Python alone
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]  # in LibreOffice's Python alone
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]  # in LibreOffice's Python alone

_COMMANDS = {
    "accept": (".uno:AcceptAllTrackedChanges",),
    "reject": (".uno:RejectAllTrackedChanges",),
    "update": (".uno:UpdateFields", ".uno:UpdateAll"),
    "plain": (),
}


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"judge{time.time_ns()}"
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", "--nodefault",
             f"-env:UserInstallation={Path(profile).as_uri()}", f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        context = connected(pipe)
        services = context.ServiceManager
        desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        try:
            for how, source, target in zip(*[iter(arguments)] * 3, strict=True):
                judge(desktop, dispatcher, how, Path(source), Path(target))
        finally:
            desktop.terminate()
            office.wait(30)


def connected(pipe: str) -> Any:
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise TimeoutError("LibreOffice did not start within a minute")


def judge(desktop: Any, dispatcher: Any, how: str, source: Path, target: Path) -> None:
    document = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, (value("Hidden", True),))
    for command in _COMMANDS[how]:
        dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    options = (value("FilterName", "Text (encoded)"), value("FilterOptions", "UTF8,LF,,,"))
    document.storeToURL(target.as_uri(), options)
    with target.open("a", encoding="utf-8") as text:  # which has no formulas in it
        text.writelines(f"\n{formula}" for formula in formulas(document))
    document.close(True)


def formulas(document: Any) -> list[str]:
    objects = document.EmbeddedObjects
    models = (objects.getByName(name).Model for name in objects.ElementNames)
    return sorted(model.Formula for model in models if hasattr(model, "Formula"))


def value(name: str, content: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


if __name__ == "__main__":
    main(sys.argv[1:])
