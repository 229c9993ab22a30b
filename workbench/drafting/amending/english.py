"""Instructions in English, as treaty offices word them."""

from __future__ import annotations

from workbench.agreement.text import Text
from workbench.agreement.tree import GROUPING, Kind, Zone
from workbench.drafting.amending.blocks import begun, quotation, quoted_words
from workbench.drafting.amending.instruction import Address, Deed, Instruction, Relation, Step

AGREEMENT = "of the Agreement"
_ZONES = {
    Zone.TITLE: "the title",
    Zone.PREAMBLE: "the preamble",
    Zone.BODY: "the operative part",
    Zone.CLOSING: "the concluding part",
    Zone.ANNEXES: "the annexes",
}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_CAPITAL = (Kind.ARTICLE, Kind.SECTION, *GROUPING, Kind.ANNEX)
_SIGNS = "“”"


def place(address: Address, *, of_agreement: bool) -> str:
    """*Article 3, paragraph 2, of the Agreement*."""
    whole = f" {AGREEMENT}" if of_agreement else ""
    if address.zone is not None:
        return _ZONES[address.zone] + whole
    words = ", ".join(_step(step) for step in address.steps)
    if address.steps[:1] and address.steps[0].kind is Kind.RECITAL:
        words = f"the {words} of the preamble" if address.steps[0].ordinal else f"{words} of the preamble"
    if address.heading:
        words = f"the heading of {words}" if words else "the heading"
    comma = "," if len(address.steps) > 1 and whole and not address.heading else ""
    return f"{words}{comma}{whole}"


def say(instruction: Instruction, base: tuple[Step, ...] = ()) -> Text:
    """The instruction as a sentence, or inside a list under `base` as a member of it, without full stop."""
    whole = not base
    here = instruction.place.inside(base)
    where = place(here, of_agreement=whole) if here.steps or here.zone or here.heading else ""
    inside = f"in {where}, " if where else ""
    old, new = quoted_words(instruction.old), quoted_words(instruction.new)
    match instruction.deed:
        case Deed.REPLACE_WORDS:
            said = Text(f"{inside}the {_words(old)} “") + old + f"” shall be replaced by the {_words(new)} “"
            return begun(said + new + "”", whole)
        case Deed.INSERT_WORDS:
            side = "before" if instruction.relation is Relation.BEFORE else "after"
            said = Text(f"{inside}{side} the {_words(old)} “") + old + f"”, the {_words(new)} “"
            return begun(said + new + "” shall be inserted", whole)
        case Deed.DELETE_WORDS:
            return begun(Text(f"{inside}the {_words(old)} “") + old + "” shall be deleted", whole)
        case Deed.REPLACE if instruction.place.heading:
            return begun(Text(f"{where} shall be replaced by the following: “") + new + "”", whole)
        case Deed.REPLACE:
            return begun(
                quotation(f"{where} shall be replaced by the following:", instruction.content, _SIGNS), whole
            )
        case Deed.INSERT if instruction.units:
            own = _step(Step(Kind.ANNEX, instruction.numbers[0]))
            name = _step(instruction.added[0]) if instruction.added[0].number else "its Annex"
            return begun(Text(f"{own} to this Protocol shall be added to the Agreement as {name}"), whole)
        case Deed.INSERT:
            return begun(quotation(_inserting(instruction, base), instruction.content, _SIGNS), whole)
        case Deed.DELETE:
            return begun(Text(f"{_row(instruction, base)} shall be deleted"), whole)
        case Deed.MOVE:
            side = "before" if instruction.relation is Relation.BEFORE else "after"
            beside = place(instruction.beside.inside(base), of_agreement=False)
            return begun(Text(f"{where} shall be moved to stand {side} {beside}"), whole)
        case Deed.RENUMBER:
            row = _numbers(instruction.place.steps[-1].kind, *instruction.numbers)
            return begun(Text(f"{_row(instruction, base)} shall be renumbered as {row}"), whole)


def lead(base: tuple[Step, ...]) -> Text:
    """What stands above several instructions on one article."""
    return Text(f"{place(Address(base), of_agreement=True)} shall be amended as follows:")


def _step(step: Step) -> str:
    name = step.kind.value.capitalize() if step.kind in _CAPITAL else step.kind.value
    if step.ordinal and step.kind not in _CAPITAL:
        return f"{_ordinal(int(step.number))} {name}"
    if not step.number:
        return f"the {name}" if step.kind is Kind.ANNEX else name
    return f"{name} {_number(step)}"


def _number(step: Step) -> str:
    return f"({step.number})" if step.kind is Kind.POINT else step.number


def _ordinal(value: int) -> str:
    return _ORDINALS[value - 1] if value <= len(_ORDINALS) else f"{value}th"


def _words(words: Text) -> str:
    return "words" if " " in words.plain.strip() else "word"


def _numbers(kind: Kind, first: str, last: str) -> str:
    """*Article 5*, *Articles 5 and 6*, *paragraphs 3 to 5*."""
    if not last or last == first:
        return _step(Step(kind, first))
    name = "annexes" if kind is Kind.ANNEX else f"{kind.value}s"
    name = name.capitalize() if kind in _CAPITAL else name
    near = first.isdecimal() and last.isdecimal() and int(last) - int(first) == 1
    ends = [_number(Step(kind, number)) for number in (first, last)]
    return f"{name} {ends[0]} {'and' if near else 'to'} {ends[1]}"


def _row(instruction: Instruction, base: tuple[Step, ...]) -> str:
    here = instruction.place.inside(base)
    if not instruction.last:
        return place(here, of_agreement=not base)
    *outer, final = here.steps
    row = _numbers(final.kind, final.number, instruction.last)
    if outer:
        return f"in {place(Address(tuple(outer)), of_agreement=not base)}, {row}"
    return row if base else f"{row} {AGREEMENT}"


def _inserting(instruction: Instruction, base: tuple[Step, ...]) -> str:
    added, here = instruction.added, instruction.place.inside(base)
    if len(added) > 1:
        kind = added[0].kind
        first, last = added[0].number, added[-1].number
        new = _numbers(kind, first, last) if first else f"{kind.value}s"
    else:
        new = _step(added[0]) if added[0].number else added[0].kind.value
    if instruction.relation is Relation.WITHIN:
        target = place(here, of_agreement=not base) if here.steps else ""
        return f"the following {new} shall be added" + (f" to {target}:" if target else ":")
    side = "before" if instruction.relation is Relation.BEFORE else "after"
    if not here.steps:
        return f"the following {new} shall be added{'' if base else ' to the Agreement'}:"
    return f"the following {new} shall be inserted {side} {place(here, of_agreement=not base)}:"
