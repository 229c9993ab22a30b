"""How each language cites the units of an agreement and writes its structure words.

`cite` patterns hold the words a drafter uses in the nominative; a dict of patterns per kind of unit. The
language codes are ISO 639-1; AKN wants ISO 639-2/T, which stands beside them.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.tree import Kind


@dataclass(frozen=True, slots=True)
class Language:
    """One language of agreements.

    `name` is its English name, `endonym` its own. `cite` gives for a kind the pattern of its label with
    `{n}`; `inside` the pattern that joins a unit's label to its parent's (`{parent}`, `{n}`).
    `letters` are those a list of points counts with.
    """

    code: str
    iso639_2: str
    name: str
    endonym: str
    cite: dict[Kind, str]
    inside: dict[Kind, str]
    letters: str = "abcdefghijklmnopqrstuvwxyz"


# Lettered lists leave out the letters that DSTU 3008:2015, 7.5.2 leaves out.
UKRAINIAN_LETTERS = "абвгдежиклмнпрстуфхцшщюя"

_ENGLISH_INSIDE = {
    Kind.PARAGRAPH: "{parent}({n})",
    Kind.SUBPARAGRAPH: "{parent}({n})",
    Kind.POINT: "{parent}({n})",
}


def _language(
    code: str,
    iso639_2: str,
    name: str,
    endonym: str,
    *,
    article: str,
    section: str,
    chapter: str,
    part: str,
    title: str,
    annex: str,
    recital: str,
    inside: dict[Kind, str] | None = None,
    letters: str = "abcdefghijklmnopqrstuvwxyz",
) -> Language:
    cite = {
        Kind.ARTICLE: article,
        Kind.SECTION: section,
        Kind.CHAPTER: chapter,
        Kind.PART: part,
        Kind.TITLE: title,
        Kind.ANNEX: annex,
        Kind.RECITAL: recital,
    }
    return Language(code, iso639_2, name, endonym, cite, inside or _ENGLISH_INSIDE, letters)


LANGUAGES: dict[str, Language] = {
    lang.code: lang
    for lang in (
        _language(
            "en",
            "eng",
            "English",
            "English",
            article="Article {n}",
            section="Section {n}",
            chapter="Chapter {n}",
            part="Part {n}",
            title="Title {n}",
            annex="Annex {n}",
            recital="Recital {n}",
        ),
        _language(
            "lv",
            "lav",
            "Latvian",
            "latviešu",
            article="{n}. pants",
            section="{n}. sadaļa",
            chapter="{n}. nodaļa",
            part="{n}. daļa",
            title="{n}. sadaļa",
            annex="{n}. pielikums",
            recital="{n}. apsvērums",
            inside={
                Kind.PARAGRAPH: "{parent} {n}. punkts",
                Kind.SUBPARAGRAPH: "{parent} {n}. apakšpunkts",
                Kind.POINT: "{parent} {n}) apakšpunkts",
            },
        ),
        _language(
            "uk",
            "ukr",
            "Ukrainian",
            "українська",
            article="Стаття {n}",
            section="Розділ {n}",
            chapter="Глава {n}",
            part="Частина {n}",
            title="Розділ {n}",
            annex="Додаток {n}",
            recital="Абзац преамбули {n}",
            inside={
                Kind.PARAGRAPH: "{parent}, пункт {n}",
                Kind.SUBPARAGRAPH: "{parent}, підпункт {n}",
                Kind.POINT: "{parent}, підпункт {n})",
            },
            letters=UKRAINIAN_LETTERS,
        ),
        _language(
            "lt",
            "lit",
            "Lithuanian",
            "lietuvių",
            article="{n} straipsnis",
            section="{n} skirsnis",
            chapter="{n} skyrius",
            part="{n} dalis",
            title="{n} antraštinė dalis",
            annex="{n} priedas",
            recital="{n} konstatuojamoji dalis",
        ),
        _language(
            "et",
            "est",
            "Estonian",
            "eesti",
            article="Artikkel {n}",
            section="{n}. jagu",
            chapter="{n}. peatükk",
            part="{n}. osa",
            title="{n}. jaotis",
            annex="Lisa {n}",
            recital="Põhjendus {n}",
        ),
        _language(
            "pl",
            "pol",
            "Polish",
            "polski",
            article="Artykuł {n}",
            section="Sekcja {n}",
            chapter="Rozdział {n}",
            part="Część {n}",
            title="Tytuł {n}",
            annex="Załącznik {n}",
            recital="Motyw {n}",
        ),
        _language(
            "de",
            "deu",
            "German",
            "Deutsch",
            article="Artikel {n}",
            section="Abschnitt {n}",
            chapter="Kapitel {n}",
            part="Teil {n}",
            title="Titel {n}",
            annex="Anhang {n}",
            recital="Erwägungsgrund {n}",
        ),
        _language(
            "fr",
            "fra",
            "French",
            "français",
            article="Article {n}",
            section="Section {n}",
            chapter="Chapitre {n}",
            part="Partie {n}",
            title="Titre {n}",
            annex="Annexe {n}",
            recital="Considérant {n}",
        ),
        _language(
            "nl",
            "nld",
            "Dutch",
            "Nederlands",
            article="Artikel {n}",
            section="Afdeling {n}",
            chapter="Hoofdstuk {n}",
            part="Deel {n}",
            title="Titel {n}",
            annex="Bijlage {n}",
            recital="Overweging {n}",
        ),
        _language(
            "es",
            "spa",
            "Spanish",
            "español",
            article="Artículo {n}",
            section="Sección {n}",
            chapter="Capítulo {n}",
            part="Parte {n}",
            title="Título {n}",
            annex="Anexo {n}",
            recital="Considerando {n}",
        ),
        _language(
            "ru",
            "rus",
            "Russian",
            "русский",
            article="Статья {n}",
            section="Раздел {n}",
            chapter="Глава {n}",
            part="Часть {n}",
            title="Раздел {n}",
            annex="Приложение {n}",
            recital="Абзац преамбулы {n}",
            letters=UKRAINIAN_LETTERS,
        ),
    )
}


def language(code: str) -> Language:
    """The language with this code; English conventions where we know none of its own."""
    return LANGUAGES.get(code, LANGUAGES["en"])
