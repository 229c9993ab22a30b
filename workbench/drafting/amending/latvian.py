"""Instructions in Latvian: *3. panta 2. punktā vārdus “…” aizstāt ar vārdiem “…”*."""

from __future__ import annotations

from workbench.agreement.declension import Case
from workbench.agreement.text import Text
from workbench.agreement.tree import Kind, Zone
from workbench.drafting.amending.blocks import begun, quotation, quoted_words
from workbench.drafting.amending.instruction import Address, Deed, Instruction, Relation, Step

_STEMS = {
    Kind.ARTICLE: ("pant", False),
    Kind.SECTION: ("sadaļ", True),
    Kind.CHAPTER: ("nodaļ", True),
    Kind.PART: ("daļ", True),
    Kind.TITLE: ("sadaļ", True),
    Kind.PARAGRAPH: ("punkt", False),
    Kind.SUBPARAGRAPH: ("apakšpunkt", False),
    Kind.POINT: ("apakšpunkt", False),
    Kind.RECITAL: ("apsvērum", False),
    Kind.ANNEX: ("pielikum", False),
}
_ENDINGS = {
    False: {Case.NOM: "s", Case.GEN: "a", Case.ACC: "u", Case.LOC: "ā", Case.DAT: "am"},
    True: {Case.NOM: "a", Case.GEN: "as", Case.ACC: "u", Case.LOC: "ā", Case.DAT: "ai"},
}
_PLURAL = {
    False: {Case.ACC: "us", Case.DAT: "iem"},
    True: {Case.ACC: "as", Case.DAT: "ām"},
}
_ZONES = {
    Zone.TITLE: ("nosaukum", False),
    Zone.PREAMBLE: ("preambul", True),
    Zone.BODY: ("pamatdaļ", True),
    Zone.CLOSING: ("noslēguma daļ", True),
    Zone.ANNEXES: ("pielikumu kop", True),
}
_OWNER = "Pamatlīguma "
_SIGNS = "“”"


def place(address: Address, case: Case, *, of_agreement: bool) -> str:
    """*Pamatlīguma 3. panta 2. punktā*."""
    owner = _OWNER if of_agreement else ""
    if address.zone is not None:
        stem, feminine = _ZONES[address.zone]
        return f"{owner}{stem}{_ENDINGS[feminine][case]}"
    words = ["preambulas"] if address.steps[:1] and address.steps[0].kind is Kind.RECITAL else []
    for index, step in enumerate(address.steps):
        inner = index < len(address.steps) - 1 or address.heading
        words.append(_step(step, Case.GEN if inner else case))
    if address.heading:
        words.append("virsrakst" + _ENDINGS[False][case])
    return owner + " ".join(words)


def say(instruction: Instruction, base: tuple[Step, ...] = ()) -> Text:
    """The instruction as a sentence, or inside a list under `base` as a member of it, without full stop."""
    whole = not base
    here = instruction.place.inside(base)
    named = bool(here.steps or here.zone or here.heading)

    def where(case: Case) -> str:
        return place(here, case, of_agreement=whole) + " " if named else ""

    old, new = quoted_words(instruction.old), quoted_words(instruction.new)
    match instruction.deed:
        case Deed.REPLACE_WORDS:
            lead = f"{where(Case.LOC)}{_words(old, Case.ACC)} “"
            return begun(Text(lead) + old + f"” aizstāt ar {_words(new, Case.DAT)} “" + new + "”", whole)
        case Deed.INSERT_WORDS:
            side = "pirms" if instruction.relation is Relation.BEFORE else "aiz"
            beside = Case.GEN if instruction.relation is Relation.BEFORE else Case.DAT
            beside_words = _words(old, beside if " " in old.plain.strip() else Case.GEN)
            lead = f"{where(Case.LOC)}{side} {beside_words} “"
            return begun(Text(lead) + old + f"” iekļaut {_words(new, Case.ACC)} “" + new + "”", whole)
        case Deed.DELETE_WORDS:
            lead = f"{where(Case.LOC)}svītrot {_words(old, Case.ACC)} “"
            return begun(Text(lead) + old + "”", whole)
        case Deed.REPLACE if instruction.place.heading:
            return begun(Text(f"{where(Case.ACC)}izteikt šādā redakcijā: “") + new + "”", whole)
        case Deed.REPLACE:
            return begun(
                quotation(f"{where(Case.ACC)}izteikt šādā redakcijā:", instruction.content, _SIGNS), whole
            )
        case Deed.INSERT if instruction.units:
            name = _step(instruction.added[0], Case.ACC)
            own = _step(Step(Kind.ANNEX, instruction.numbers[0]), Case.GEN)
            return begun(Text(f"papildināt Pamatlīgumu ar {name} šī Protokola {own} redakcijā"), whole)
        case Deed.INSERT:
            return begun(quotation(_inserting(instruction, base), instruction.content, _SIGNS), whole)
        case Deed.DELETE:
            return begun(Text(f"svītrot {_row(instruction, base)}"), whole)
        case Deed.MOVE:
            side = "pirms" if instruction.relation is Relation.BEFORE else "aiz"
            next_to = place(instruction.beside.inside(base), Case.GEN, of_agreement=False)
            return begun(Text(f"pārvietot {where(Case.ACC)}{side} {next_to}"), whole)
        case Deed.RENUMBER:
            kind = instruction.place.steps[-1].kind
            first, last = instruction.numbers
            respectively = "attiecīgi " if last and last != first else ""
            new_row = _numbers(kind, first, last, Case.ACC)
            return begun(
                Text(f"līdzšinējo {_row(instruction, base)} uzskatīt {respectively}par {new_row}"), whole
            )


def lead(base: tuple[Step, ...]) -> Text:
    """What stands above several instructions on one article."""
    return Text(f"Izdarīt {place(Address(base), Case.LOC, of_agreement=True)} šādus grozījumus:")


def _noun(kind: Kind, case: Case, *, plural: bool = False) -> str:
    stem, feminine = _STEMS[kind]
    return stem + (_PLURAL if plural else _ENDINGS)[feminine][case]


def _step(step: Step, case: Case) -> str:
    noun = _noun(step.kind, case)
    if not step.number:
        return noun
    return f"{_number(step.kind, step.number)} {noun}"


def _number(kind: Kind, number: str) -> str:
    if number[-1:].isalpha() and kind is Kind.POINT:
        return f"{number})"
    return f"{number}."


def _numbers(kind: Kind, first: str, last: str, case: Case) -> str:
    """*5. pantu*, *5. un 6. pantu*, *5.–8. pantu*: Latvian keeps the singular."""
    if not last or last == first:
        return _step(Step(kind, first), case)
    near = first.isdecimal() and last.isdecimal() and int(last) - int(first) == 1
    between = " un " if near else "–"
    return f"{_number(kind, first)}{between}{_number(kind, last)} {_noun(kind, case)}"


def _words(words: Text, case: Case) -> str:
    several = " " in words.plain.strip()
    endings = {
        Case.ACC: ("vārdu", "vārdus"),
        Case.DAT: ("vārdu", "vārdiem"),
        Case.GEN: ("vārda", "vārdiem"),
    }
    return endings[case][several]


def _row(instruction: Instruction, base: tuple[Step, ...]) -> str:
    here = instruction.place.inside(base)
    if not instruction.last:
        return place(here, Case.ACC, of_agreement=not base)
    *outer, final = here.steps
    row = _numbers(final.kind, final.number, instruction.last, Case.ACC)
    owner = (
        place(Address(tuple(outer)), Case.GEN, of_agreement=not base).strip()
        if outer
        else ("" if base else _OWNER.strip())
    )
    return f"{owner} {row}".strip()


def _inserting(instruction: Instruction, base: tuple[Step, ...]) -> str:
    added, here = instruction.added, instruction.place.inside(base)
    kind = added[0].kind
    if len(added) > 1 and not added[0].number:
        new = f"jauniem {_noun(kind, Case.DAT, plural=True)}"
    elif not added[0].number:
        new = f"jaunu {_noun(kind, Case.ACC)}"
    else:
        new = _numbers(kind, added[0].number, added[-1].number if len(added) > 1 else "", Case.ACC)
    if instruction.relation is Relation.WITHIN and here.steps:
        return f"papildināt {place(here, Case.ACC, of_agreement=not base)} ar {new} šādā redakcijā:"
    if instruction.relation is Relation.WITHIN or not here.steps:
        return f"papildināt {'' if base else 'Pamatlīgumu '}ar {new} šādā redakcijā:"
    *outer, final = here.steps
    owner = Address(tuple(outer))
    target = place(owner, Case.ACC, of_agreement=not base) if outer else "" if base else "Pamatlīgumu"
    if final.kind is Kind.RECITAL and not base:
        target = "Pamatlīguma preambulu"
    side = "pirms" if instruction.relation is Relation.BEFORE else "aiz"
    beside = _step(final, Case.GEN)
    return f"papildināt {f'{target} ' if target else ''}{side} {beside} ar {new} šādā redakcijā:"
