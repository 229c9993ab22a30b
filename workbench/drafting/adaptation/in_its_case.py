"""A name in the case of the one whose place it takes, and in the one its number wants there."""

from __future__ import annotations

from workbench.agreement.declension import Case, Forms, GrammaticalNumber
from workbench.agreement.states import FormKind
from workbench.drafting.adaptation.cases import (
    before_its_noun,
    case_in,
    governed_by,
    governing,
    past_joined_names,
)
from workbench.drafting.adaptation.mention import AGREEMENT, CASE_UNSURE, Doubt, Mention

_FEW = 4  # a form that stands for more cases than this is that of a name that does not decline


def in_its_case(
    plain: str,
    mention: Mention,
    mentions: tuple[Mention, ...],
    forms: Forms,
    doubts: list[Doubt],
    *,
    language: str,
) -> str:
    """The new name in the case of the old one; a doubt where the choice matters and is open."""
    if language == "en":
        return forms.nom
    cases = mention.cases
    new_plural = is_plural(forms, language)
    own = mention.occurrence
    old_plural = own is not None and own.number is GrammaticalNumber.PLURAL
    neighbours = tuple((m.start, m.end, m.cases) for m in mentions if m is not mention)
    case, sure = case_in(cases, plain, (mention.start, mention.end), language, neighbours)
    governs = governed_by(governing(plain, mention.start, language, neighbours), language)
    if case is Case.DAT and governs and Case.DAT not in governs and governs[0] in cases and not old_plural:
        # Joined to a plural, which stands in the dative behind any preposition (starp ASV un Monako).
        case = governs[0] if language == "lv" else case
    governed = case is Case.DAT if old_plural else case in governs
    if language == "lv" and governs and governed and new_plural != old_plural:
        # Latvian prepositions govern the dative in the plural, whatever they govern in the singular; a
        # genitive that belongs to the noun behind it stays one (no Latvijas valdības).
        behind = past_joined_names(plain, mention.end, language, neighbours)
        if case is not Case.GEN or not before_its_noun(plain[behind:]):
            case, sure = (Case.DAT if new_plural else governs[0]), True
    capital = mention.form is FormKind.CAPITAL
    if (
        capital
        and language == "lv"
        and len(cases) > _FEW
        and not governs
        and not before_its_noun(plain[mention.end :])
    ):
        case, sure = Case.LOC, True  # a capital that does not decline is where something is done
    words = forms[case]
    if not sure and len({forms[c] for c in cases if c is not Case.VOC}) > 1:
        doubts.append((CASE_UNSURE, mention.start, mention.end, {"new": words}))
    if case is Case.NOM and new_plural != old_plural and not capital:
        doubts.append((AGREEMENT, mention.start, mention.end, {"new": words}))
    return words


def is_plural(forms: Forms, language: str) -> bool:
    """Latvian and Ukrainian plurals are told by their dative (*-iem, -ām*; *-ам, -им*)."""
    if language == "lv":
        return forms.dat.endswith(("iem", "ām", "ēm", "īm"))
    return forms.dat.split(" ")[0].endswith(("им", "ам", "ям", "ім"))
