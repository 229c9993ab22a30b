"""What the window says: nothing with a number in it is left without its plural."""

from __future__ import annotations

import ast
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtWidgets import QApplication

from workbench import desktop
from workbench.desktop.review.queue_view import stage_words
from workbench.desktop.review.queued_file import QueuedFile, Stage
from workbench.desktop.translations import interfaces, speak
from workbench.settings import data


def numbered_sentences() -> set[str]:
    """Every sentence of the window's sources that counts something."""
    assert desktop.__file__ is not None
    found = set()
    for file in Path(desktop.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                found |= {
                    argument.value
                    for argument in node.args
                    if isinstance(argument, ast.Constant)
                    and isinstance(argument.value, str)
                    and "%n" in argument.value
                }
    return found


def test_every_sentence_with_a_number_has_its_plural() -> None:
    for language, _ in interfaces():
        tree = ElementTree.parse(data("resources", "translations", f"workbench_{language}.ts"))
        known = {
            message.findtext("source"): [form.text or "" for form in message.iter("numerusform")]
            for message in tree.iter("message")
        }
        missing = {words for words in numbered_sentences() if not all(known.get(words, [""]))}
        assert not missing, f"run resources/translations/refresh.py: {sorted(missing)}"


def test_no_plural_shows_its_brackets(qapp: QApplication) -> None:
    translators = speak(qapp, "en")
    try:
        file = QueuedFile(Path("x.txt"), Stage.KEPT, clauses=1)
        assert stage_words(file) == "Kept, 1 clause"
        file.clauses = 2
        assert stage_words(file) == "Kept, 2 clauses"
        file.stage, file.doubt_count = Stage.REVIEW, 1
        assert stage_words(file) == "1 doubtful place"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
