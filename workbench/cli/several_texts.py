"""The verbs that lay several texts side by side: three to merge, or two languages in concordance."""

from __future__ import annotations

import argparse

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
                shown = " ".join(words.split())
                print(f"    {name}: “{shown}”" if shown else f"    {name}: taken out")
        print(f"{counted(merged.clean, 'change')} merged, {counted(len(merged.conflicts), 'conflict')}")
        print(f"draft: {options.output}")
    return 1 if merged.conflicts else 0
