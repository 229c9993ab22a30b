"""Bring the translations up to date with the sources: `python resources/translations/refresh.py`.

lupdate collects what the desktop says; what it cannot see by itself is set right here: every sentence with
"%n" has plural forms. English needs no translation but its plurals, which follow from the "(s)" of the
source. lrelease then makes the .qm files that the window loads.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
DESKTOP = HERE.parents[1] / "workbench" / "desktop"
LANGUAGES = {"en": 2, "lv": 3, "uk": 3}
"""Languages with the number of their plural forms; one is refreshed when its file is there."""


def main() -> None:
    """Refresh every language."""
    tools = Path(sys.executable).parent
    sources = sorted(str(path) for path in DESKTOP.rglob("*.py"))
    for language, forms in LANGUAGES.items():
        file = HERE / f"workbench_{language}.ts"
        if language != "en" and not file.exists():
            continue
        update = [tools / "pyside6-lupdate", *sources, "-no-obsolete", "-locations", "none"]
        subprocess.run([*update, "-target-language", language, "-ts", file], check=True)
        tree = ElementTree.parse(file)
        set_plurals(tree.getroot(), forms, english=language == "en")
        ElementTree.indent(tree, " ")
        file.write_text(
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
            + ElementTree.tostring(tree.getroot(), encoding="unicode")
            + "\n",
            "utf-8",
        )
        subprocess.run([tools / "pyside6-lrelease", "-silent", file], check=True)


def set_plurals(root: ElementTree.Element, forms: int, *, english: bool) -> None:
    """Give every message with "%n" its plural forms; keep only those in English."""
    for context in root.iter("context"):
        for message in list(context.iter("message")):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            if translation is None:
                translation = ElementTree.SubElement(message, "translation")
            if "%n" not in source:
                if english:
                    context.remove(message)
                continue
            message.set("numerus", "yes")
            known = [form.text or "" for form in translation.findall("numerusform")]
            if english:
                known = [source.replace("(s)", ""), source.replace("(s)", "s")]
                translation.attrib.pop("type", None)
            translation.clear()
            if not any(known):
                translation.set("type", "unfinished")
            for index in range(forms):
                ElementTree.SubElement(translation, "numerusform").text = (
                    known[index] if index < len(known) else ""
                )
    for context in [c for c in root.iter("context") if c.find("message") is None]:
        root.remove(context)


if __name__ == "__main__":
    main()
