"""Treaty or not: the mix told, the profile held."""

from __future__ import annotations

from tests.checks.texts import agreement, article, found, unit
from workbench.agreement.fixes import apply
from workbench.agreement.tree import Kind, Register

MIXED = ("The Parties will meet.", "They will act.", "They will pay.", "They will report.", "It will end.")


def test_mixed_register_is_told_once() -> None:
    where = agreement(article(*MIXED), preamble=(unit(Kind.AGREEING_FORMULA, "HAVE AGREED as follows:"),))
    [finding] = found(where, "mixed-register")
    assert "no shall" in finding.values["treaty"]
    assert "5 will" in finding.values["political"]
    clean = agreement(article("The Parties shall meet. They shall act."))
    assert not found(clean, "mixed-register")


def test_a_profile_tells_every_phrase_that_is_not_of_it() -> None:
    where = agreement(article(*MIXED))
    told = found(where, "off-profile", profile=Register.TREATY)
    assert len(told) == 5
    assert {f.values["suggestion"] for f in told} == {"shall"}
    assert not found(agreement(article("The Parties shall act.")), "off-profile", profile=Register.TREATY)
    mou = found(agreement(article("The Parties shall act.")), "off-profile", profile=Register.MOU)
    assert {f.values["suggestion"] for f in mou} == {"will", "Participants"}


def test_the_mix_in_latvian_and_ukrainian() -> None:
    latvian = ("Puses tiekas.", "Dalībnieki plāno mācības.", "Tā stājas spēkā parakstīšanas dienā.")
    ukrainian = ("Сторони зустрічаються.", "Учасники діють.", "Вона набирає чинності.")
    for language, rows in (("lv", latvian), ("uk", ukrainian)):
        assert len(found(agreement(article(*rows), language=language), "mixed-register")) == 1
        assert not found(agreement(article(rows[0], rows[2]), language=language), "mixed-register")


def test_a_modal_verb_is_exchanged_where_the_profile_asks() -> None:
    where = agreement(article("The officers will act."))
    [finding] = found(where, "off-profile", profile=Register.TREATY)
    assert apply(where, finding.fixes[0]).body[0].children[0].text.plain == "The officers shall act."
