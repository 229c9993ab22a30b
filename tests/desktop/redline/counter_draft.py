"""A Word file that was sent, and the one that came back: two authors' tracked changes and a silent one."""

from __future__ import annotations

from tests.formats.word_files import paragraph, word_file

_AT = 'w:date="2026-05-12T09:00:00Z"'
_HEAD = (
    paragraph("AGREEMENT BETWEEN RURITANIA AND SYLDAVIA ON FERRIES")
    + paragraph("Ruritania and Syldavia (the “Parties”),")
    + paragraph("Have agreed as follows:")
    + paragraph("Article 1")
    + paragraph("Service")
)


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _swapped(author: str, old: str, new: str) -> str:
    return (
        f'<w:del w:id="1" w:author="{author}" {_AT}><w:r><w:delText>{old}</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="{author}" {_AT}>{_run(new)}</w:ins>'
    )


SENT = word_file(
    _HEAD
    + paragraph("1. The ferry sails daily from either shore.")
    + paragraph("2. Fares are published in spring.")
    + paragraph("3. The requesting Party bears the costs of every crossing.")
)
RETURNED = word_file(
    _HEAD
    + f"<w:p>{_run('1. The ferry sails ')}{_swapped('Kadri', 'daily', 'weekly')}{_run(' from either shore.')}</w:p>"
    + f"<w:p>{_run('2. Fares are published in ')}{_swapped('Jānis', 'spring', 'autumn')}{_run('.')}</w:p>"
    + paragraph("3. The sending Party bears the costs of every crossing.")
)
