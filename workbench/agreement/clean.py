"""The clean text: what may leave the desk.

A draft file keeps everything; whatever is exported goes through `clean` first, whatever the format.
Comments, instructions, rationale, provenance, help texts of placeholders and the confidence of recognition
are internal and stay behind. What stands on the table stays: brackets, alternatives and open placeholders.
"""

from __future__ import annotations

from msgspec.structs import replace

from workbench.agreement.text import Comment, Mark, Placeholder, Text
from workbench.agreement.tree import Agreement, Provision, Zone


def clean(agreement: Agreement) -> Agreement:
    """The agreement without anything internal. Law: `clean(clean(x)) == clean(x)`, and no word changes."""
    zones = {zone.value: tuple(_provision(unit) for unit in agreement.zone(zone)) for zone in Zone}
    return replace(agreement, template="", **zones)


def _provision(unit: Provision) -> Provision:
    return replace(
        unit,
        text=clean_text(unit.text),
        heading=clean_text(unit.heading),
        wrap_up=clean_text(unit.wrap_up),
        children=tuple(_provision(child) for child in unit.children),
        confidence=1.0,
        provenance=None,
        note="",
    )


def clean_text(text: Text) -> Text:
    """Without remarks, and with placeholders that say what is missing but not what the desk thinks of it."""
    return Text(text.plain, tuple(_public(m) for m in text.marks if not isinstance(m.value, Comment)))


def _public(mark: Mark) -> Mark:
    if isinstance(mark.value, Placeholder):
        return Mark(mark.start, mark.end, replace(mark.value, help="", default=None))
    return mark
