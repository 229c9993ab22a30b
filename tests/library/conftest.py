"""Libraries to test with: an SQLite file, and a PostgreSQL cluster of our own where its programs are installed."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid5

import pytest
from sqlalchemy import create_engine, text

from workbench.agreement.text import Text
from workbench.agreement.tree import (
    Agreement,
    AgreementId,
    Authenticity,
    Kind,
    NumberingScheme,
    Party,
    Provision,
    ProvisionId,
)
from workbench.library import Kept, Library, SourceFile

NAMESPACE = UUID("0d8a0f0e-6f1e-4a6b-9a58-0d8f2a2f7c11")


class Writer:
    """Writes agreements for tests; ids follow from the name, so they are the same in every run."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0

    def unit(
        self, kind: Kind, text: str = "", *, heading: str = "", children: tuple[Provision, ...] = (),
        printed: str | None = None, types: tuple[str, ...] = (),
    ) -> Provision:  # fmt: skip
        self.count += 1
        return Provision(
            ProvisionId(uuid5(NAMESPACE, f"{self.name}/{self.count}")),
            kind,
            text=Text(text),
            heading=Text(heading),
            children=children,
            printed=printed,
            types=types,
        )

    def article(self, printed: str, heading: str, *paragraphs: str | tuple[str, str]) -> Provision:
        """Paragraphs are a text, or a text and its clause type."""
        made = []
        for place, paragraph in enumerate(paragraphs, start=1):
            text, kind = (paragraph, "") if isinstance(paragraph, str) else paragraph
            made.append(self.unit(Kind.PARAGRAPH, text, printed=f"{place}.", types=(kind,) if kind else ()))
        return self.unit(Kind.ARTICLE, heading=heading, children=tuple(made), printed=printed)

    def agreement(
        self, language: str, title: str, parties: tuple[Party, ...], *articles: Provision, day: str = ""
    ) -> Agreement:
        return Agreement(
            AgreementId(uuid5(NAMESPACE, self.name)),
            language,
            parties=parties,
            title=(self.unit(Kind.TITLE_LINE, title),),
            body=articles,
            numbering=NumberingScheme(as_printed=True),
            authenticity=Authenticity(day=day),
        )


LATVIA = Party("LV", "Republic of Latvia", "Latvia", state="LV")
ESTONIA = Party("EE", "Republic of Estonia", "Estonia", state="EE")
LATVIJA = Party("LV", "Latvijas Republika", "Latvija", state="LV")
UKRAJINA = Party("UA", "Україна", "Україна", state="UA")
MOLDOVA = Party("MD", "Республіка Молдова", "Молдова", state="MD")


def english() -> Agreement:
    w = Writer("english")
    return w.agreement(
        "en",
        "Agreement on Joint Border Training",
        (LATVIA, ESTONIA),
        w.article(
            "Article 1",
            "Purpose",
            ("The Parties train their border guards together.", "purpose"),
            "Training takes place in the States of the Parties by turns.",
        ),
        w.article(
            "Article 2",
            "Classified information",
            ("Information that is classified is protected by the receiving Party.", "classified_information"),
        ),
        w.article(
            "Article 3",
            "Final provisions",
            ("This Agreement enters into force on the day of its signature.", "entry_into_force"),
            ("A Party may terminate this Agreement by a written notification.", "termination"),
            ("The Parties settle a dispute by consultations.", "dispute_settlement"),
        ),
        day="2019-05-07",
    )


def latvian() -> Agreement:
    w = Writer("latvian")
    return w.agreement(
        "lv",
        "Vienošanās par kopīgām mācībām",
        (LATVIJA, Party("EE", "Igaunijas Republika", "Igaunija", state="EE")),
        w.article(
            "1. pants",
            "Mērķis",
            "Puses rīko kopīgas mācības.",
            "Vienošanos īsteno Pušu ministrijas mēneša termiņā.",
        ),
        w.article(
            "2. pants",
            "Nobeiguma noteikumi",
            ("Puse var izbeigt Vienošanos, par to rakstiski paziņojot.", "termination"),
            ("Izbeigšana neskar iesāktos darbus.", "survival"),
        ),
        day="2020-03-01",
    )


def ukrainian() -> Agreement:
    w = Writer("ukrainian")
    return w.agreement(
        "uk",
        "Угода про спільні навчання",
        (UKRAJINA, MOLDOVA),
        w.article(
            "Стаття 1",
            "Прикінцеві положення",
            ("Кожна Сторона може припинити цю Угоду.", "termination"),
            "Припинення не впливає на об’єкти, про які домовилися.",
        ),
        day="2021-01-02",
    )


def background() -> Agreement:
    w = Writer("background")
    return w.agreement(
        "en",
        "Ministers met in Tartu",
        (),
        w.unit(Kind.PARAGRAPH, "Two ministers signed a paper on the termination of an old arrangement."),
    )


def keep(library: Library, agreement: Agreement, *, is_agreement: bool = True, name: str = "") -> Kept:
    name = name or f"{agreement.title_text}.docx"
    return library.add(
        agreement,
        file=SourceFile(name, hashlib.sha256(name.encode()).hexdigest(), "docx/1", "docx"),
        is_agreement=is_agreement,
    )


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """A PostgreSQL server of our own on a socket; the address of its cluster up to the database name."""
    programs = [shutil.which(name) for name in ("initdb", "pg_ctl")]
    if None in programs:
        pytest.skip("PostgreSQL is not installed (initdb, pg_ctl)")
    if importlib.util.find_spec("psycopg") is None:
        pytest.skip("the PostgreSQL driver psycopg is not installed")
    initdb, pg_ctl = (str(program) for program in programs)
    folder = Path(tempfile.mkdtemp(prefix="workbench-pg-", dir="/tmp"))
    account: str | None = None
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        account = next((u.pw_name for u in pwd.getpwall() if u.pw_name in ("postgres", "nobody")), None)
        if account is None:
            pytest.skip("PostgreSQL does not run as root and there is no other account")
        shutil.chown(folder, account)

    def run(*command: str) -> None:
        subprocess.run(
            command, user=account, check=True, cwd=folder, timeout=60,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": str(folder)},
        )  # fmt: skip

    data = folder / "data"
    try:
        run(initdb, "-D", str(data), "-U", "workbench", "--auth=trust", "--no-sync", "--encoding=UTF8",
            "--locale=C")  # fmt: skip
        settings = f"-k {folder} -c listen_addresses='' -c fsync=off"
        run(pg_ctl, "-D", str(data), "-w", "-o", settings, "-l", str(folder / "log"), "start")
        try:
            yield f"postgresql+psycopg://workbench@/{{name}}?host={folder}"
        finally:
            run(pg_ctl, "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def server(cluster: str) -> Server:
    """The cluster with two databases to copy: an empty library and a filled one."""
    made = Server(cluster)
    for name, fill in (("empty", False), ("filled", True)):
        made.run(f"CREATE DATABASE {name}")
        with Library.open(cluster.format(name=name)) as library:
            if fill:
                keep_all(library)
    return made


class Server:
    """Makes and drops databases."""

    def __init__(self, address: str) -> None:
        self.address = address

    def run(self, statement: str) -> None:
        engine = create_engine(self.address.format(name="postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()

    def copy_of(self, name: str) -> Iterator[str]:
        self.run(f"CREATE DATABASE library TEMPLATE {name}")
        yield self.address.format(name="library")
        self.run("DROP DATABASE library WITH (FORCE)")


def keep_all(library: Library) -> None:
    """Three agreements in three languages and a news piece."""
    for agreement in (english(), latvian(), ukrainian()):
        keep(library, agreement)
    keep(library, background(), is_agreement=False)


@pytest.fixture
def database(server: Server) -> Iterator[str]:
    """The address of a PostgreSQL database without anything in it."""
    yield from server.copy_of("template0")


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An empty library and a filled one, as files to copy: making one anew each time takes long."""
    folder = tmp_path_factory.mktemp("libraries")
    made = {"empty": folder / "empty.sqlite", "filled": folder / "filled.sqlite"}
    for name, path in made.items():
        with Library.open(path) as library:
            if name == "filled":
                keep_all(library)
    return made


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where an SQLite library may be made."""
    return tmp_path / "library.sqlite"


@pytest.fixture(params=["sqlite", "postgresql"])
def library(request: pytest.FixtureRequest, place: Path) -> Iterator[Library]:
    """An empty library of either kind."""
    yield from _copy(request, "empty", place)


@pytest.fixture(params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, place: Path) -> Iterator[Library]:
    """A library of either kind that holds what `keep_all` keeps."""
    yield from _copy(request, "filled", place)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def standing(request: pytest.FixtureRequest) -> Iterator[Library]:
    """The same for tests that only look."""
    if request.param == "sqlite":
        location = str(request.getfixturevalue("files")["filled"])
    else:
        location = request.getfixturevalue("server").address.format(name="looked_at")
        request.getfixturevalue("server").run("CREATE DATABASE looked_at TEMPLATE filled")
    with Library.open(location) as opened:
        yield opened


def _copy(request: pytest.FixtureRequest, name: str, place: Path) -> Iterator[Library]:
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("files")[name], place)
        with Library.open(place) as opened:
            yield opened
    else:
        for address in request.getfixturevalue("server").copy_of(name):
            with Library.open(address) as opened:
                yield opened
