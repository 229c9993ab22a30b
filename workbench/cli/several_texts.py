"""The verbs that lay several texts side by side: three to merge, or two languages in concordance."""

from __future__ import annotations

import argparse

from workbench.agreement.quoting import on_one_line
from workbench.cli import shapes
from workbench.cli.terminal import Bar, counted

Options = argparse.Namespace


def merge(options: Options) -> int:
    """`workbench merge BASE OURS THEIRS -o OUT.xml`; 1 where conflicts are left."""
    from workbench.actions.merging import merge_files
    from workbench.comparison.merging import Delegations

    with Bar() as bar:
        merged = merge_files(
            options.base,
            options.ours,
            options.theirs,
            options.output,
            delegations=Delegations(*options.names),
            progress=bar,
        )
    if options.json:
        shapes.dump(shapes.merged(merged))
    else:
        for conflict in merged.conflicts:
            print(f"conflict   {conflict.label}")
            for name, words in zip(options.names, (conflict.ours, conflict.theirs), strict=True):
                shown = on_one_line(words)
                print(f"    {name}: “{shown}”" if shown else f"    {name}: taken out")
            if conflict.places:
                there = zip(options.names, conflict.places, strict=True)
                print("    stands as " + ", ".join(f"{place} ({name})" for name, place in there))
        print(f"{counted(merged.clean, 'change')} merged, {counted(len(merged.conflicts), 'conflict')}")
        print(f"draft: {options.output}")
    return 1 if merged.conflicts else 0


def concordance(options: Options) -> int:
    """`workbench concordance FILE_A FILE_B`; differences found are no failure."""
    from workbench.actions.concordance import can_be_written, concord_files, write_concordance

    if options.output:
        can_be_written(options.output)
    with Bar() as bar:
        found = concord_files(options.first, options.second, progress=bar)
    if options.output:
        write_concordance(found, options.output)
    if options.json:
        shapes.dump(shapes.concordance(found))
        return 0
    for match, difference in found.differences:
        place = " | ".join(label or "—" for label in (match.a, match.b))
        words = " | ".join(on_one_line(words) or "—" for words in (difference.a, difference.b))
        print(f"{difference.kind:11} {place}: {words}")
    told = counted(len(found.differences), "difference")
    print(f"{counted(len(found.matches), 'provision')} side by side, {told}")
    if options.output:
        print(f"concordance: {options.output}")
    return 0
