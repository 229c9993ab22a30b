"""Instructions in Ukrainian: *у пункті 2 статті 3 слова «…» замінити словами «…»*."""

from __future__ import annotations

from workbench.agreement.declension import Case
from workbench.agreement.text import Text
from workbench.agreement.tree import Kind, Zone
from workbench.drafting.amending.blocks import begun, quotation, quoted_words
from workbench.drafting.amending.instruction import Address, Deed, Instruction, Relation, Step

N, G, D, A, I, L = Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC  # noqa: E741 - the cases
_NOUNS: dict[Kind, dict[Case, str]] = {
    kind: dict(zip((N, G, A, I, L), forms.split(), strict=True))
    for kind, forms in {
        Kind.ARTICLE: "стаття статті статтю статтею статті",
        Kind.SECTION: "розділ розділу розділ розділом розділі",
        Kind.TITLE: "розділ розділу розділ розділом розділі",
        Kind.CHAPTER: "глава глави главу главою главі",
        Kind.PART: "частина частини частину частиною частині",
        Kind.PARAGRAPH: "пункт пункту пункт пунктом пункті",
        Kind.SUBPARAGRAPH: "підпункт підпункту підпункт підпунктом підпункті",
        Kind.POINT: "підпункт підпункту підпункт підпунктом підпункті",
        Kind.RECITAL: "абзац абзацу абзац абзацом абзаці",
        Kind.ANNEX: "додаток додатка додаток додатком додатку",
    }.items()
}
_PLURALS = {
    Kind.ARTICLE: ("статті", "статтями"),
    Kind.SECTION: ("розділи", "розділами"),
    Kind.TITLE: ("розділи", "розділами"),
    Kind.CHAPTER: ("глави", "главами"),
    Kind.PART: ("частини", "частинами"),
    Kind.PARAGRAPH: ("пункти", "пунктами"),
    Kind.SUBPARAGRAPH: ("підпункти", "підпунктами"),
    Kind.POINT: ("підпункти", "підпунктами"),
    Kind.RECITAL: ("абзаци", "абзацами"),
    Kind.ANNEX: ("додатки", "додатками"),
}
_ZONES = {
    zone: dict(zip((N, G, A, L), forms.split("/"), strict=True))
    for zone, forms in {
        Zone.TITLE: "назва/назви/назву/назві",
        Zone.PREAMBLE: "преамбула/преамбули/преамбулу/преамбулі",
        Zone.BODY: "основна частина/основної частини/основну частину/основній частині",
        Zone.CLOSING: "заключна частина/заключної частини/заключну частину/заключній частині",
        Zone.ANNEXES: "додатки/додатків/додатки/додатках",
    }.items()
}
_OWNER = " Основної угоди"
_HEADING = {N: "назва", G: "назви", A: "назву", L: "назві"}
_SIGNS = "«»"


def place(address: Address, case: Case, *, of_agreement: bool) -> str:
    """*пункт 2 статті 3 Основної угоди* in a case."""
    owner = _OWNER if of_agreement else ""
    if address.zone is not None:
        return _ZONES[address.zone][case] + owner
    words = [_HEADING[case]] if address.heading else []
    for index, step in enumerate(reversed(address.steps)):
        own = case if index == 0 and not address.heading else G
        words.append(_step(step, own))
    if address.steps[:1] and address.steps[0].kind is Kind.RECITAL:
        words.append("преамбули")
    return " ".join(words) + owner


def say(instruction: Instruction, base: tuple[Step, ...] = ()) -> Text:
    """The instruction as a sentence, or inside a list under `base` as a member of it, without full stop."""
    whole = not base
    here = instruction.place.inside(base)
    named = bool(here.steps or here.zone or here.heading)
    inside = f"{_in(place(here, L, of_agreement=whole))} " if named else ""
    old, new = quoted_words(instruction.old), quoted_words(instruction.new)
    match instruction.deed:
        case Deed.REPLACE_WORDS:
            said = Text(f"{inside}{_words(old, A)} «") + old + f"» замінити {_words(new, I)} «" + new + "»"
            return begun(said, whole)
        case Deed.INSERT_WORDS:
            side = "перед" if instruction.relation is Relation.BEFORE else "після"
            beside = _words(old, I if instruction.relation is Relation.BEFORE else G)
            said = Text(f"{inside}{side} {beside} «") + old + f"» доповнити {_words(new, I)} «" + new + "»"
            return begun(said, whole)
        case Deed.DELETE_WORDS:
            return begun(Text(f"{inside}{_words(old, A)} «") + old + "» виключити", whole)
        case Deed.REPLACE if instruction.place.heading:
            where = place(here, A, of_agreement=whole)
            return begun(Text(f"{where} викласти в такій редакції: «") + new + "»", whole)
        case Deed.REPLACE:
            where = place(here, A, of_agreement=whole)
            return begun(quotation(f"{where} викласти в такій редакції:", instruction.content, _SIGNS), whole)
        case Deed.INSERT if instruction.units:
            name = _step(instruction.added[0], I)
            own = _step(Step(Kind.ANNEX, instruction.numbers[0]), G)
            return begun(Text(f"доповнити Основну угоду {name} в редакції {own} до цього Протоколу"), whole)
        case Deed.INSERT:
            return begun(quotation(_inserting(instruction, base), instruction.content, _SIGNS), whole)
        case Deed.DELETE:
            return begun(Text(f"{_row(instruction, base)} виключити"), whole)
        case Deed.MOVE:
            before = instruction.relation is Relation.BEFORE
            beside = place(instruction.beside.inside(base), I if before else G, of_agreement=False)
            where = place(here, A, of_agreement=whole)
            return begun(Text(f"{where} перенести {'перед' if before else 'після'} {beside}"), whole)
        case Deed.RENUMBER:
            kind = instruction.place.steps[-1].kind
            first, last = instruction.numbers
            respectively = "відповідно " if last and last != first else ""
            new_row = _numbers(kind, first, last, I)
            return begun(Text(f"{_row(instruction, base)} вважати {respectively}{new_row}"), whole)


def lead(base: tuple[Step, ...]) -> Text:
    """What stands above several instructions on one article."""
    return Text(f"Внести до {place(Address(base), G, of_agreement=True)} такі зміни:")


def _in(words: str) -> str:
    return f"{'в' if words[0] in 'аеиіоуюяєї' else 'у'} {words}"


def _step(step: Step, case: Case) -> str:
    noun = _NOUNS[step.kind][case]
    return f"{noun} {_number(step.kind, step.number)}".strip()


def _number(kind: Kind, number: str) -> str:
    return f"{number})" if kind is Kind.POINT and number[-1:].isalpha() else number


def _numbers(kind: Kind, first: str, last: str, case: Case) -> str:
    """*статтю 5*, *статті 5 і 6*, *статті 5–8*."""
    if not last or last == first:
        return _step(Step(kind, first), case)
    near = first.isdecimal() and last.isdecimal() and int(last) - int(first) == 1
    noun = _PLURALS[kind][case is I]
    return f"{noun} {_number(kind, first)}{' і ' if near else '–'}{_number(kind, last)}"


def _words(words: Text, case: Case) -> str:
    several = " " in words.plain.strip()
    return {A: ("слово", "слова"), G: ("слова", "слів"), I: ("словом", "словами")}[case][several]


def _row(instruction: Instruction, base: tuple[Step, ...]) -> str:
    here = instruction.place.inside(base)
    if not instruction.last:
        return place(here, A, of_agreement=not base)
    *outer, final = here.steps
    row = _numbers(final.kind, final.number, instruction.last, A)
    if outer:
        return f"{row} {place(Address(tuple(outer)), G, of_agreement=not base)}"
    return row if base else row + _OWNER


def _inserting(instruction: Instruction, base: tuple[Step, ...]) -> str:
    added, here = instruction.added, instruction.place.inside(base)
    kind = added[0].kind
    if len(added) > 1:
        new = _numbers(kind, added[0].number, added[-1].number, I) if added[0].number else _PLURALS[kind][1]
    else:
        new = _step(added[0], I) if added[0].number else f"{_new(kind)} {_NOUNS[kind][I]}"
    *outer, final = here.steps or (Step(Kind.ARTICLE),)
    if instruction.relation is Relation.WITHIN or not here.steps:
        target = place(here, A, of_agreement=not base) if here.steps else "" if base else "Основну угоду"
        return f"доповнити {f'{target} ' if target else ''}{new} такого змісту:"
    target = (
        place(Address(tuple(outer)), A, of_agreement=not base) if outer else ("" if base else "Основну угоду")
    )
    if final.kind is Kind.RECITAL and not base:
        target = "преамбулу Основної угоди"
    before = instruction.relation is Relation.BEFORE
    beside = f"{'перед' if before else 'після'} {_step(final, I if before else G)}"
    return f"доповнити {f'{target} ' if target else ''}{beside} {new} такого змісту:"


def _new(kind: Kind) -> str:
    return "новою" if _NOUNS[kind][I].endswith("ою") or _NOUNS[kind][I].endswith("ею") else "новим"
