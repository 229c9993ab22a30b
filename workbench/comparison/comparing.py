"""`compare`: two agreements in, a redline out."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.agreement.numbering import numbers
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.tree import Agreement, Zone
from workbench.comparison.alignment import align
from workbench.comparison.blocks import blocks_between
from workbench.comparison.ledger import Ledger
from workbench.comparison.options import PLAIN, LanguagesDifferError, Options
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Fate, Node
from workbench.comparison.rows import Rows
from workbench.comparison.units import Shapes, laid_out
from workbench.comparison.weaving import weave

_STEPS = 4


def compare(old: Agreement, new: Agreement, options: Options = PLAIN, progress: Progress = SILENT) -> Redline:
    """Compare two agreements in one language.

    Raises `LanguagesDifferError` when they are in different ones. The result depends on nothing but the
    two trees and the options.
    """
    if old.language != new.language:
        raise LanguagesDifferError(old=old.language, new=new.language)
    shapes = Shapes()
    step(progress, 0, _STEPS, "reading both texts")
    before, after = laid_out(old, options, shapes), laid_out(new, options, shapes)
    step(progress, 1, _STEPS, "aligning provisions")
    woven = weave(align(before, after))
    step(progress, 2, _STEPS, "comparing words")
    ledger = Ledger(woven, options, numbers(old), numbers(new))
    rows = Rows(ledger)
    shown = rows.make()
    step(progress, 3, _STEPS, "putting the redline together")
    nodes = _Nodes(ledger).zones()
    step(progress, _STEPS, _STEPS)
    return Redline(old, new, tuple(ledger.revisions), shown, nodes, rows.summary())


class _Nodes:
    """Makes the nodes of a weave whose revisions have been numbered."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.woven = ledger.woven
        self.pairs = ledger.pairs

    def zones(self) -> dict[Zone, tuple[Node, ...]]:
        return {
            zone: self.siblings(
                [u.index for u in self.pairs.old if u.parent < 0 and u.zone is zone],
                [u.index for u in self.pairs.new if u.parent < 0 and u.zone is zone],
            )
            for zone in Zone
        }

    def siblings(self, old: Sequence[int], new: Sequence[int]) -> tuple[Node, ...]:
        """Both rows of siblings as one, in step at what was kept among them."""
        divided = self.woven.divided
        old = [index for index in old if index not in divided.first_old]
        new = [index for index in new if index not in divided.first_new]
        if len(old) == len(new) and all(
            index in self.woven.kept and self.pairs.to_new[index] == other
            for index, other in zip(old, new, strict=True)
        ):
            return tuple(self.kept(index) for index in old)
        here = set(new)
        kept_old = [i for i in old if i in self.woven.kept and self.pairs.to_new[i] in here]
        in_step = {self.pairs.to_new[i] for i in kept_old}
        result: list[Node] = []
        blocks = blocks_between(
            [
                str(self.pairs.to_new[i])
                if self.pairs.to_new[i] in in_step and i in self.woven.kept
                else f"o{i}"
                for i in old
            ],
            [str(j) if j in in_step else f"n{j}" for j in new],
            tidy=False,
        )
        for block in blocks:
            if block.equal:
                result.extend(self.kept(index) for index in old[block.a : block.b])
                continue
            result.extend(self.gone(index) for index in old[block.a : block.b])
            result.extend(self.come(index) for index in new[block.c : block.d])
        return tuple(result)

    def kept(self, index: int) -> Node:
        partner = self.pairs.to_new[index]
        divided = self.woven.divided
        for fate, parts in (
            (Fate.SPLIT, divided.split.get(index)),
            (Fate.MERGED, divided.merged.get(partner)),
        ):
            if parts is None:
                continue
            olds = [index] if fate is Fate.SPLIT else parts
            news = parts if fate is Fate.SPLIT else [partner]
            return Node(
                fate,
                tuple(self.pairs.old[i].provision for i in olds),
                tuple(self.pairs.new[j].provision for j in news),
                revision=self.ledger.divided[index],
                children=self.siblings(self.pairs.old[olds[-1]].children, self.pairs.new[news[-1]].children),
                carriers=(len(olds) - 1, len(news) - 1),
            )
        return self._pair(Fate.KEPT, index, None)

    def _pair(self, fate: Fate, index: int, move: int | None) -> Node:
        unit, other = self.pairs.old[index], self.pairs.new[self.pairs.to_new[index]]
        wording = self.ledger.wording(unit, other)
        return Node(
            fate,
            (unit.provision,),
            (other.provision,),
            revision=wording.whole,
            move=move,
            heading=wording.heading,
            text=wording.text,
            wrap_up=wording.wrap_up,
            children=self.siblings(unit.children, other.children),
        )

    def gone(self, index: int) -> Node:
        unit = self.pairs.old[index]
        if self.pairs.to_new[index] >= 0:
            return Node(Fate.MOVED_AWAY, (unit.provision,), (), move=self.ledger.move(index))
        return Node(
            Fate.DELETED,
            (unit.provision,),
            (),
            revision=self.ledger.deletion(index),
            children=self.siblings(unit.children, ()),
        )

    def come(self, index: int) -> Node:
        unit = self.pairs.new[index]
        partner = self.pairs.to_old[index]
        if partner >= 0:
            return self._pair(Fate.MOVED_HERE, partner, self.ledger.move(partner))
        return Node(
            Fate.INSERTED,
            (),
            (unit.provision,),
            revision=self.ledger.insertion(index),
            children=self.siblings((), unit.children),
        )
