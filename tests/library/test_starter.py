"""The starter library is complete, in our own wording, and found again like anything imported."""

from __future__ import annotations

import hashlib
from pathlib import Path

from workbench.agreement.identity import with_source_ids
from workbench.agreement.tree import Draft
from workbench.formats import akn
from workbench.library import Kept, Library, Query, SourceFile
from workbench.library.starter import files, install
from workbench.recognition.clause_types import classify


def keep(library: Library, path: Path) -> Kept:
    data = path.read_bytes()
    read = akn.from_bytes(data, name=path.name)
    assert isinstance(read.draft, Draft)
    sha256 = hashlib.sha256(data).hexdigest()
    agreement = classify(with_source_ids(read.draft.agreement, sha256))
    return library.add(agreement, file=SourceFile(path.name, sha256, "akn/1", "akn"))


def test_the_starter_library_is_installed_once(place: Path) -> None:
    with Library.open(place) as library:
        first = install(library, keep)
        assert len(first) == len(files()) >= 5
        assert {kept.status for kept in first} == {"kept"}
        assert {kept.status for kept in install(library, keep)} == {"known"}
        assert library.info().agreements == len(first)
        assert all(info.clauses >= 5 for info in library.agreements())
        assert library.verify().sound
        assert library.search(Query("termination", type="termination", language="en")).total > 0
