"""Small agreements of our own wording for the tests of the window."""

from __future__ import annotations

from pathlib import Path

WATER = """AGREEMENT
BETWEEN
THE REPUBLIC OF LATVIA AND THE REPUBLIC OF MOLDOVA
ON THE CLEANING OF LAKES

The Republic of Latvia and the Republic of Moldova, hereinafter referred to as the “Parties”,

RECOGNISING that clean lakes serve the health of their peoples;

CONVINCED that the exchange of experience is of use to both;

Have agreed as follows:

Article 1
Purpose

1. The Parties shall cooperate in the cleaning of lakes.

2. This Agreement does not affect other obligations of the Parties.

Article 2
Exchange of information

1. The Parties shall inform each other of:

(a) the state of their lakes;

(b) new methods of cleaning.

2. Information shall be sent in the English language.

Article 3
Entry into force and termination

1. This Agreement shall enter into force on the date of the last notification.

2. Either Party may terminate this Agreement by giving six months' written notice to the other Party.

Done at Riga on 4 May 2021 in two originals, each in the English language.

For the Republic of Latvia                       For the Republic of Moldova
"""

NEWS = """Lake cleaned after ten years

RIGA. Divers took forty bicycles out of the lake yesterday. The mayor thanked everybody who had helped.

A spokeswoman said that the work would go on in spring.
"""


def written(folder: Path, name: str, text: str) -> Path:
    """A file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
