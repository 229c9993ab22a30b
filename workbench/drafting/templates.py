"""Templates: agreements to start from, shipped with the program or kept by the user.

A template is an Akoma Ntoso file `<slug>/<language>.xml`, in the `templates` folder of the program or of the
user's data folder, which comes first: a template of one's own with the slug of a shipped one takes its
place. It is a draft like any other between two model parties, so the window opens and edits it as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.languages import LANGUAGES
from workbench.agreement.text import PartyName, Placeholder, Text
from workbench.agreement.tree import Agreement, Draft, Provision
from workbench.drafting.placeholders import Blank, placeholders, unfill
from workbench.formats import akn
from workbench.formats.errors import FormatError
from workbench.formats.files import write_atomically
from workbench.settings import data, user_data


class NoSuchTemplateError(WorkbenchError):
    """No template has this slug."""

    code = "drafting.no-such-template"
    message = "there is no template “{slug}”; choose one of: {known}"


class TemplateLanguageError(WorkbenchError):
    """A template is not there in the language asked for."""

    code = "drafting.template-language"
    message = "the template “{slug}” is not there in “{language}”; choose one of: {known}"


class TemplateNameError(WorkbenchError):
    """A name that cannot name a template."""

    code = "drafting.template-name"
    message = (
        "“{slug}” cannot name a template; use small letters, figures and hyphens, as in defence-cooperation"
    )


class TemplateInfo(msgspec.Struct, frozen=True):
    """What a list of templates shows; `title` is in the first of `languages`, `own` tells the user's own.

    `problem` says why a template cannot be read; it has no title and no placeholders then.
    """

    slug: str
    title: str
    languages: tuple[str, ...]
    placeholders: tuple[Blank, ...]
    own: bool = False
    problem: str = ""


# What a title ends in when the subject behind it is still open: "Protocol of amendment to the …".
_LEFT_HANGING = frozenset("on to the in field of concerning no. par nr. про до щодо у сфері №".split())
_SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
# The order in which the window and the command line offer what is shipped; a user's own follow by name.
_ORDER = (
    "defence-cooperation",
    "long-term-support",
    "defence-industry",
    "classified-information",
    "memorandum",
    "implementing-arrangement",
    "amending-protocol",
    "termination-note",
)
_LANGUAGE_ORDER = tuple(LANGUAGES)


def folders() -> tuple[Path, ...]:
    """Where templates lie: the user's own folder, then the program's."""
    return user_data() / "templates", data("templates")


def available(where: Sequence[Path] | None = None) -> tuple[TemplateInfo, ...]:
    """Every template, the shipped ones in their usual order."""
    found: dict[str, dict[str, Path]] = {}
    own: dict[str, bool] = {}
    searched = tuple(where) if where is not None else folders()
    for folder in searched:
        for slug, language, path in _files(folder):
            found.setdefault(slug, {}).setdefault(language, path)
            own.setdefault(slug, folder != data("templates"))
    return tuple(_info(slug, found[slug], own[slug]) for slug in sorted(found, key=_rank))


def load(slug: str, language: str, where: Sequence[Path] | None = None) -> Draft:
    """A template as the draft it is, between its model parties.

    Raises `NoSuchTemplateError` and `TemplateLanguageError`, whose messages name what there is, and a
    `FormatError` that names the file and the place where a template edited by hand is broken.
    """
    searched = tuple(where) if where is not None else folders()
    files = [entry for folder in searched for entry in _files(folder)]
    ours = {own: path for name, own, path in reversed(files) if name == slug}
    if not ours:
        raise NoSuchTemplateError(
            slug=slug, known=", ".join(sorted({name for name, _, _ in files}, key=_rank))
        )
    if language not in ours:
        raise TemplateLanguageError(
            slug=slug, language=language, known=", ".join(sorted(ours, key=_language_rank))
        )
    return _read(ours[language])


def save(draft: Draft, slug: str, *, into: Path | None = None) -> Path:
    """Keep a draft as a template of one's own: placeholders open again, provenance left out.

    Its parties stay as they are: their names give way, in every case, when the template is used.
    """
    if not _SLUG.match(slug):
        raise TemplateNameError(slug=slug)
    for key in tuple(draft.values):
        if any(blank.key == key for blank in placeholders(draft)):
            draft = unfill(draft, key)
    agreement = map_provisions(draft.agreement, _without_origin)
    agreement = replace(agreement, template=slug)
    path = (into or folders()[0]) / slug / f"{agreement.language}.xml"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, akn.to_bytes(Draft(agreement)))
    return path


def title_of(agreement: Agreement) -> str:
    """The title in sentence case, without the names of its parties and what is still to be filled in."""
    lines = [_said(line.text) for line in agreement.title if not line.text.of(PartyName)]
    words = " ".join(line for line in lines if line).split()
    while words and words[-1].casefold() in _LEFT_HANGING:
        words.pop()
    title = " ".join(words) or agreement.title_text
    return title.capitalize() if title.isupper() else title


def _said(line: Text) -> str:
    """A line of the title without its open placeholders."""
    for start, end, place in reversed(line.of(Placeholder)):
        if not place.filled:
            line = line.replace(start, end, "")
    return line.plain.strip()


def _without_origin(unit: Provision) -> Provision:
    return replace(unit, provenance=None) if unit.provenance is not None else unit


def _files(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Slug, language and path of every template in a folder, in order; other folders hold other things."""
    if not folder.is_dir():
        return
    for path in sorted(folder.glob("*/*.xml")):
        if _SLUG.match(path.parent.name) and path.stem in LANGUAGES:
            yield path.parent.name, path.stem, path


def _info(slug: str, files: dict[str, Path], own: bool) -> TemplateInfo:
    languages = tuple(sorted(files, key=_language_rank))
    path = files[languages[0]]
    try:
        draft = _read(path)
    except FormatError as error:  # one broken file must not hide the others
        return TemplateInfo(slug, "", languages, (), own, problem=str(error))
    return TemplateInfo(slug, title_of(draft.agreement), languages, placeholders(draft), own)


def _read(path: Path) -> Draft:
    """The draft in a template's file; an error names the file in full, and the place in it."""
    try:
        return akn.from_bytes(path.read_bytes(), name=path.name).draft
    except FormatError as error:
        error.file = str(path)
        raise


def _rank(slug: str) -> tuple[int, str]:
    return (_ORDER.index(slug) if slug in _ORDER else len(_ORDER), slug)


def _language_rank(language: str) -> int:
    return _LANGUAGE_ORDER.index(language)
