"""Several at once: threads of one program, two programs at one library."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from msgspec.structs import replace

from tests.library.conftest import english, keep
from workbench.agreement.tree import AgreementId, new_id
from workbench.library import Library, Query

PROGRAM = """
import sys
from hashlib import sha256
from uuid import UUID, uuid5
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, ProvisionId
from workbench.library import Library, SourceFile

place, name = sys.argv[1:]
space = UUID(int=7)
with Library.open(place) as library:
    for number in range(12):
        key = f"{name}-{number}"
        unit = Provision(ProvisionId(uuid5(space, key)), Kind.ARTICLE, text=Text(f"Article of {key}."))
        agreement = Agreement(AgreementId(uuid5(space, "a" + key)), "en", body=(unit,))
        library.add(agreement, file=SourceFile(key, sha256(key.encode()).hexdigest()))
        library.set_tags(str(unit.id), [name])
"""


def test_two_programs_write_to_one_library_that_neither_made(place: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", PROGRAM, str(place), name], stderr=subprocess.PIPE)
        for name in ("one", "two")
    ]
    for program in programs:
        _, errors = program.communicate(timeout=90)
        assert program.returncode == 0, errors.decode()
    with Library.open(place) as library:
        assert library.info().agreements == 24
        assert library.search(Query(tag="one")).total == 12
        assert library.verify().sound


def test_threads_of_one_program_read_while_others_write(library: Library) -> None:
    def write(number: int) -> str:
        copy = replace(english(), id=AgreementId(new_id()))
        return keep(library, copy, name=f"{number}.docx").status

    def read(_: int) -> int:
        return library.search("guards").total % 2  # an article and its paragraph, never one without the other

    with ThreadPoolExecutor(8) as pool:
        reading = [pool.submit(read, number) for number in range(40)]
        writing = [pool.submit(write, number) for number in range(12)]
        assert {job.result() for job in writing} == {"kept"}
        assert {job.result() for job in reading} == {0}
    assert library.info().agreements == 12
    assert library.verify().sound
