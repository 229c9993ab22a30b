"""How words of an agreement are shown in one line: in a list, a finding, a file name, a message.

Printed wording carries the line breaks and double spaces of its source; whoever quotes it wants neither, and
often wants only its beginning.
"""

from __future__ import annotations

ELLIPSIS = "…"


def on_one_line(words: str) -> str:
    """The words with one space for every run of white space, and none at either end."""
    return " ".join(words.split())


def in_short(words: str, most: int) -> str:
    """The words on one line in at most `most` characters, cut between two words where the end is left out."""
    whole = on_one_line(words)
    if len(whole) <= most:
        return whole
    kept = whole[:most]
    begun, _, _ = kept.rpartition(" ")
    return f"{(begun or kept[:-1]).rstrip(' ,;:–—-')}{ELLIPSIS}"
