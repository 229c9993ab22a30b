"""Understanding: from one sentence of a protocol to the instructions it gives.

A sentence may give several (*paragraph 1 shall be deleted and paragraphs 2 and 3 renumbered accordingly*);
it is cut where either side has a verb of its own and names a place. What a clause leaves open, the article
or the paragraph, it has from the clause before or from the list it stands in. A clause that is not
understood, or that quotes words nobody has used, is told as missed: nothing is carried out by halves
without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement
from workbench.drafting.amending.citations import places
from workbench.drafting.amending.clauses import TOKEN, Above, Clause, says
from workbench.drafting.amending.cues import CUES, Cues
from workbench.drafting.amending.instruction import Instruction
from workbench.drafting.amending.manner import Reading

_AND = re.compile(r"(?:[;,]|[;,]?\s(?:and|as well as|un|та|і|а))\s+(?=[\w⟦])|\.\s+(?=[A-ZĀ-ŽА-ЯІЇЄҐ])")
_BRINGING = re.compile(r"(?i)\bfollow|\bread\b|redakcij|редакц|змісту")


class Understanding:
    """Sentences read on behalf of one agreement, in its language and its manner."""

    def __init__(self, agreement: Agreement) -> None:
        self.language = agreement.language if agreement.language in CUES else "en"
        self.cues: Cues = CUES[self.language]
        self.reading = Reading(agreement)

    def told(
        self,
        sentence: str,
        quoted: Sequence[Text],
        content: Sequence[Text],
        *,
        plain: Instruction,
        above: Above,
    ) -> tuple[tuple[Instruction, ...], bool]:
        """The instructions of a sentence, and whether every clause of it was understood.

        `quoted` are the quotations of the sentence, `content` the blocks quoted behind it, `plain` an
        instruction that holds what is the same for all.
        """
        found: list[Instruction] = []
        left = tuple(content)
        understood = True
        clauses = list(self._clauses(sentence))
        for clause in clauses:
            takes = clause is clauses[-1] or _BRINGING.search(clause)
            told = Clause(
                clause,
                quoted,
                left if takes else (),
                plain=plain,
                above=above,
                language=self.language,
                reading=self.reading,
            ).told()
            found += told
            understood = understood and bool(told)
            if any(one.content or one.new for one in told):
                left = ()
            if told and told[0].place.steps:
                above = above.after(told[0].place)
        return tuple(found), understood and not left

    def _clauses(self, sentence: str) -> Iterator[str]:
        """The sentence cut where either side is an instruction of its own."""
        start = 0
        for cut in _AND.finditer(sentence):
            before, behind = sentence[start : cut.start()], sentence[cut.end() :]
            if self._stands_alone(before) and self._stands_alone(behind):
                yield before
                start = cut.end()
        yield sentence[start:]

    def _stands_alone(self, words: str) -> bool:
        verb = self.cues.amends.search(words)
        if verb is None:
            return False
        if self.cues.renumber.search(words) and self.cues.kind_of(words) is not None:
            return True
        subject = words[: verb.start()] if self.cues.place_first else words
        named = places(TOKEN.sub(" ", subject), self.language)[0].address
        return says(named) or bool(TOKEN.search(subject))
