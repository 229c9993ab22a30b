"""LibreOffice asked for its opinion: it decides files and says what it reads in them.

The asking itself is done by `office_judge.py`, which runs in the Python that comes with LibreOffice.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

JUDGE = Path(__file__).parent / "docx_writer" / "office_judge.py"
_COMMENTS = re.compile(rb"<(?:\w+:)?comment(?:RangeStart|RangeEnd|Reference)\b[^>]*?/>")


def office_python() -> str:
    """A Python that has LibreOffice's bridge; the test skips where there is none, as it can ask nobody."""
    if shutil.which("soffice"):
        for candidate in ("/usr/bin/python3", "python3"):
            probe = subprocess.run([candidate, "-c", "import uno"], capture_output=True, check=False)
            if probe.returncode == 0:
                return candidate
    pytest.skip("LibreOffice with its Python bridge is not installed")


def read_by_office(
    files: Mapping[str, tuple[str, bytes]], folder: Path, *, empty: bool = False
) -> dict[str, list[str]]:
    """What LibreOffice reads in files once all is accepted, rejected or left ("plain").

    Empty lines are left out but where they are asked for. Files are named; one that stops LibreOffice is left
    out of the answer and the rest taken up again.
    """
    python = office_python()
    jobs: list[tuple[str, Path, Path]] = []
    for name, (how, data) in files.items():
        source = folder / f"{name}.docx"
        source.write_bytes(_without_comments(data))
        jobs.append((how, source, folder / f"{name}.txt"))
    waiting = jobs
    while waiting:
        words = [str(part) for job in waiting for part in job]
        subprocess.run([python, str(JUDGE), *words], check=False, capture_output=True, timeout=900)
        left = [index for index, (_, _, target) in enumerate(waiting) if not target.exists()]
        waiting = waiting[left[0] + 1 :] if left else []
    return {target.stem: _spoken(target, empty=empty) for _, _, target in jobs if target.exists()}


def _without_comments(data: bytes) -> bytes:
    """The same file without the anchors of comments, over which some LibreOffice stumble when they load it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in dict.fromkeys(source.namelist()):
            content = source.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                content = _COMMENTS.sub(b"", content)
            target.writestr(name, content)
    return stream.getvalue()


def _spoken(path: Path, *, empty: bool) -> list[str]:
    lines = [line.rstrip() for line in path.read_text("utf-8-sig").rstrip().splitlines()]
    return [line for line in lines if line or empty]
