"""Places of changes in few letters, for a narrow list and margin, in every language of agreements."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d+(?:\s?(?:bis|ter|quater)\b|[a-z]\b)?|\b\w{1,4}(?=\))")
"""A number, or the letter or roman number of a point before its bracket."""


def compact(label: str) -> str:
    """ "6(3)" of "Article 6(3)", "6. pants 3. punkts" or "Стаття 6, пункт 3"; the label where it has none."""
    first, *rest = [found[0] for found in _NUMBER.finditer(label)] or [label]
    return first + "".join(f"({part})" for part in rest)


def below(label: str, title: str) -> str:
    """ "3. punkts" of "11. pants 3. punkts" where "11. pants" stands above it; "5(2)" of "Article 5(2)"."""
    rest = label.removeprefix(title).lstrip(" ,") if title else label
    if rest != label and rest[:1].isalnum():
        return rest
    words = label.split(" ", 1)
    return words[1] if len(words) == 2 and words[1][:1].isdigit() and " " not in words[1] else label
