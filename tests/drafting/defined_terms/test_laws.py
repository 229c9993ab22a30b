"""Laws of renaming over arbitrary drafts: back again is where one began; nothing but the places changes."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.drafting.defined_terms.agreements import agreement, words
from workbench.agreement.text import AnyValue, Bracket, Comment, DefinedTerm, Emphasis, Style, Text
from workbench.agreement.tree import Agreement
from workbench.drafting.defined_terms.living import with_uses
from workbench.drafting.defined_terms.renaming import rename

LAWS = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Pairs of terms of one declension, sentences in which the term stands in every slot ({n}, {g}…), and its forms.
TERMS = {
    "en": (
        ("Classified Information", "Protected Information"),
        ("Annual Programme", "Implementing Arrangement"),
        ("Contractor", "Undertaking"),
    ),
    "lv": (
        ("Klasificētā informācija", "Aizsargājamā informācija"),
        ("Klasificētais līgums", "Slepenais dokuments"),
        ("Nacionālā drošības iestāde", "Kompetentā iestāde"),
        ("Trešā persona", "Cita puse"),
    ),
    "uk": (
        ("Секретна інформація", "Захищена інформація"),
        ("Секретний контракт", "Захищений документ"),
        ("Уповноважений орган", "Компетентний орган"),
    ),
}
FRAMES = {
    "en": (
        "The {} applies.",
        "It keeps the {}’s file.",
        "FILES OF {}",
        "Access to {}; the {} ends.",
        "No word.",
    ),
    "lv": ("{} tiek glabāts.", "Puses apspriež {} kopā.", "Bez {} nekas.", "par {} un {}", "Neviena vārda."),
    "uk": ("{} діє.", "Без {} нічого.", "Сторони обговорюють {} разом.", "за {} та {}", "Жодного слова."),
}


@st.composite
def renamings(draw: st.DrawFn) -> tuple[Agreement, str, str]:
    """A draft around a term in forms of it, marked here and there, and two names."""
    from workbench.drafting.defined_terms.phrases import phrase_of

    language = draw(st.sampled_from(sorted(TERMS)))
    old, new = draw(st.sampled_from(TERMS[language]))
    if draw(st.booleans()):
        old, new = new, old
    forms = sorted(set(phrase_of(old, language).forms().values()))
    paragraphs: list[str | Text] = [f"“{old}” – kas." if language == "lv" else f"“{old}” means that."]
    for _ in range(draw(st.integers(1, 5))):
        frame = draw(st.sampled_from(FRAMES[language]))
        form = draw(st.sampled_from(forms))
        plain = frame.format(*[form.upper() if frame.isupper() else form] * frame.count("{}"))
        text = Text(plain)
        start = plain.find(form)
        if start >= 0 and draw(st.booleans()):
            values: list[AnyValue] = [Emphasis(Style.ITALIC), Bracket("LV"), Comment("A", "so?")]
            value = draw(st.sampled_from([*values, DefinedTerm(old)]))
            text = text.marked(start, start + len(form), value)
        paragraphs.append(text)
    return agreement(language, *paragraphs), old, new


@LAWS
@given(made=renamings())
def test_there_and_back_is_where_one_began(made: tuple[Agreement, str, str]) -> None:
    draft, old, new = made
    there = rename(draft, old, new)
    if any(place.doubt is not None for place in there.places):
        return  # what was kept has another name than what is called back
    back = rename(there.applied(), new, old)
    if all(place.doubt is None for place in back.places):
        assert back.applied() == draft
    else:
        kept = {place.provision for place in back.places if place.doubt is not None}
        pairs = zip(draft.walk(), back.applied().walk(), strict=True)
        assert all(one == other for one, other in pairs if one.id not in kept and not one.children)


@LAWS
@given(made=renamings())
def test_only_the_places_change(made: tuple[Agreement, str, str]) -> None:
    draft, old, new = made
    renaming = rename(draft, old, new)
    touched = {place.provision for place in renaming.usual}
    for before, after in zip(draft.walk(), renaming.applied().walk(), strict=True):
        assert before.id == after.id
        if before.id not in touched and not before.children:
            assert before is after
    assert renaming.applied([]) is draft


@LAWS
@given(made=renamings())
def test_marking_uses_changes_no_word_and_settles_at_once(made: tuple[Agreement, str, str]) -> None:
    draft, _, _ = made
    marked = with_uses(draft)
    assert words(marked) == words(draft)
    assert with_uses(marked) == marked
