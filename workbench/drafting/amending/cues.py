"""The words by which instructions of an amending protocol are known: one table for the three languages.

`_VOCABULARY` holds the words of each language, `_SIGNS` what tells an instruction of each kind, and
`_WORD_DEEDS` the sentences about mere words. A name between percent signs stands for the words of that name
in the vocabulary; quotations stand as ⟦0⟧, ⟦1⟧ in a sentence, `%old%` being the words that stand there and
`%new%` those that come.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.agreement.tree import Kind
from workbench.drafting.amending.instruction import Deed, Relation

_VOCABULARY: dict[str, dict[str, str]] = {
    "en": {
        "be": r"(?:shall(?: hereby)? be|(?:is|are)(?: hereby)?|be|will be|to be)(?: accordingly)?",
        "words": r"(?:words?|phrases?|expressions?|terms?|figures?|numbers?|references?(?: to)?|names?"
                 r"|sentences?|dates?|abbreviations?)",
        "some": r"(?:the )?(?:%words% )?",
        "gone": r"(?:deleted|repealed|omitted|removed|abrogated|struck out|suppressed|cancelled)",
        "come": r"(?:inserted|added|included|supplemented)",
        "done": r"(?:replaced|substituted|amended|reworded|modified|superseded|%gone%|%come%|re-?numbered)",
        "unit": r"(?:articles?|sections?|chapters?|(?:sub-?)?paragraphs?|sub-?points?|points?|annex(?:es)?"
                r"|recitals?|items?)",
        "number": r"\(?[\dIVXa-z]{1,5}\)?(?: ?(?:bis|ter|quater|quinquies)\b)?",
        "nth": r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|\w+th)",
    },
    "lv": {
        "words": r"(?:vārd\w+(?: savienojum\w*)?|skait\w+|cipar\w+|teikum\w+|frāz\w+|atsauc\w+|datum\w+)",
        "some": r"(?:%words% )?",
        "gone": r"(?:svītro\w*|izslē\w+|(?:atzīt|uzskatīt)[^⟦]*? par spēku zaudējuš\w+)",
        "unit": r"(?:pant|punkt|apakšpunkt|sadaļ|nodaļ|pielikum|apsvērum|rindkop|daļ)\w+",
        "verb": r"(?:aizstā(?:t|j|jot|ts|ti|tas)|izteik(?:t|ts|ta)|izsaka|papildinā(?:t|ts|ta)|papildina"
                r"|svītro\w*|iekļau(?:t|j)|uzskat(?:īt|a)|atzīt|izslē(?:gt|dz)|izdarīt|pārvieto\w*|pārnumurē\w*"
                r"|pievieno\w*)",
    },
    "uk": {
        "words": r"(?:слов\w*|словосполучен\w*|цифр\w*|числ\w*|речен\w*|фраз\w*|термін\w*|дат\w{1,2}\b)",
        "some": r"(?:%words% )?",
        "gone": r"(?:виключ\w+|вилуч\w+|скасув\w+|(?:вважати|визнати) так\w+, що втратил\w+ чинність)",
        "unit": r"(?:статт|пункт|підпункт|розділ|глав|додатк|абзац|частин|преамбул)\w*",
        "named": r"(?:статтею|статтями|пунктом|пунктами|підпунктом|підпунктами|розділом|розділами|главою"
                 r"|главами|додатком|додатками|абзацом|абзацами|частиною|частинами)",
        "verb": r"(?:замін(?:ити|юється|юються|ено)|виклас(?:ти|ти)|викладається|викладаються"
                r"|доповн(?:ити|юється|юються|ено)|виключ(?:ити|ається|аються|ено)"
                r"|вилуч(?:ити|ається|аються|ено)|скасувати|вважати|внести|перенести|визнати|перенумерувати|додати)",
    },
}  # fmt: skip

# What tells an instruction of each kind; an empty pattern is never met.
_SIGNS: dict[str, dict[str, str]] = {
    "amends": {
        "en": r"\b%be% %done%\b|\bshall (?:now )?(?:read|become|have the following wording)\b"
              r"|\bthere shall be (?:added|inserted)\b|\bby (?:adding|inserting|deleting|replacing|omitting"
              r"|substituting|the (?:addition|insertion|deletion|replacement|substitution) of)\b"
              r"|\b(?:becomes?|reads? as follows|shall be moved|shall be placed)\b"
              r"|\bshall cease to (?:have effect|apply)\b"
        r"|(?:^|, )(?:delete|insert|add|replace|substitute|renumber)\b",
        "lv": r"\b%verb%\b",
        "uk": r"\b%verb%\b",
    },
    "surely": {
        "en": r"\b%be% (?:%gone%|renumbered|replaced by|reworded|substituted)\b|\b%words% ⟦",
        "lv": r"\b(?:svītrot|svītro|izteikt šādā|%words% ⟦)",
        "uk": r"\b(?:виключити|вилучити|викласти|%words% ⟦)",
    },
    "begins": {
        "en": r"^(?:in |the )?(?:(?:text|title|preamble|heading|%nth%|words?|following) |article|paragraph"
              r"|section|annex|point|after|before|a new|throughout).{0,160}?(?:%be% %done%\b|shall read)",
        "lv": r"^.{0,120}\b(?:%verb%)\b",
        "uk": r"^.{0,120}\b(?:%verb%)\b",
    },
    "leads": {
        "en": r"(?:%be% (?:hereby )?(?:amended|modified)(?: as follows| in the following manner)?"
              r"|following (?:amendments?|changes)[^:]*)\s*:\s*$"
              r"|^in (?:article|section|annex|paragraph)[^:]{0,60}:\s*$"
              r"|^(?:article|section|annex|paragraph)(?![^:]*\b(?:replac|read|insert|add))[^:,]{0,40}:\s*$",
        "lv": r"(?:šādus grozījumus|šādi grozījumi|grozīt šādi)[^:]*:\s*$"
              r"|^[\w\s.]{0,60}(?:pantā|punktā|pielikumā|sadaļā):\s*$",
        "uk": r"(?:такі|наступні) зміни[^:]*:\s*$|^(?:у|в) (?:статті|пункті|додатку|розділі)[^:]{0,40}:\s*$",
    },
    "titled": {
        "en": r"^(?:amendments?|changes?|modifications?|replacement|insertion|deletion) (?:of|to|in) ",
        "lv": r"^grozījum\w+ .{0,40}(?:pantā|pielikumā|sadaļā)\W*$",
        "uk": r"^(?:зміни|зміна) до ",
    },
    "own": {
        "en": r"\bthis (?:amending )?protocol\b",
        "lv": r"\b(?:šis|šā|šo|šim|šajā) protokol",
        "uk": r"\b(?:цей|цього|цьому|цим) протокол",
    },
    "words": {
        "en": r"\b%words%\s*(?:of\s+)?⟦|\bfor ⟦\d+⟧|⟦\d+⟧ %be% (?:replaced|substituted)[^⟦]*⟦"
              r"|\b(?:replac|substitut|insert|add|delet|omitt?|remov)(?:ing|e)? ⟦",
        "lv": r"\b%words% ⟦",
        "uk": r"\b%words% ⟦",
    },
    "renumber": {
        "en": r"\b%be% re-?numbered(?: accordingly)?(?: respectively)?(?: as| to)?"
              r"|\bshall(?: respectively)? become\b|\bbecomes?\b",
        "lv": r"\buzskat\w+(?: attiecīgi)? par\b(?! spēku)|\bpārnumurē\w*",
        "uk": r"\bвважати(?! так)(?:,? відповідно,?)?|\bперенумерувати",
    },
    "move": {
        "en": r"\bshall be (?:moved|placed)(?: to stand)?\b",
        "lv": r"\bpārvieto\w*",
        "uk": r"\bперенести",
    },
    "insert": {
        "en": r"\b%be% (?:newly |further )?%come%\b|\bthere shall be (?:added|inserted)\b"
              r"|(?:^|, )(?:insert|add)\b|\bby (?:adding|inserting|the (?:addition|insertion) of)\b",
        "lv": r"\b(?:papildinā(?:t|ts|ta)|papildina|iekļaut|iekļauj|pievieno\w*)\b",
        "uk": r"\b(?:доповнити|доповнюється|доповнюються|додати)\b",
    },
    "replace": {
        "en": r"\b%be% (?:hereby )?(?:replaced|substituted|superseded|reworded|amended to read|amended)\b"
              r"|\bshall (?:now )?(?:read|have the following wording)\b|\breads? as follows\b"
              r"|\bby (?:replacing|the replacement of)\b|(?:^|, )(?:replace|substitute)\b"
        r"|\band replaced (?:by|with)\b",
        "lv": r"\b(?:izteik(?:t|ts|ta)|izsaka|aizstāt|aizstāj)\b",
        "uk": r"\b(?:викласти|викладається|викладаються|замінити)\b",
    },
    "delete": {
        "en": r"\b%be% (?:hereby )?%gone%\b|\bby (?:deleting|omitting|the deletion of)\b"
        r"|(?:^|, )delete\b|\bshall cease to (?:have effect|apply)\b",
        "lv": r"\b%gone%",
        "uk": r"\b%gone%",
    },
    "beside": {
        "en": r"\b(?:(?P<before>before)|after|(?<!the )following) "
              r"(?P<place>(?:the )?(?:%nth% (?!sentence)\w+|%unit%(?: \(?[\w.]+\)?(?: (?:bis|ter|quater))?)?)"
              r"(?:\(\w+\))*(?:(?:,| of) (?:the )?(?:%nth% (?!sentence)\w+|(?:%unit%|preamble)"
        r"(?: \(?[\w.]+\)?(?:\(\w+\))*)?))*)",
        "lv": r"\b(?:(?P<before>pirms)|aiz|pēc) (?P<place>(?:[\w.,)]+ ){1,6}?%unit%)",
        "uk": r"\b(?:(?P<before>перед)|після) (?P<place>%unit% [\w.)-]+(?: %unit% ?(?:[\d-]+)?)*)",
    },
    "added": {
        "en": r"(?:a new|the following(?: new)?|new|\ban|\ba\b|there shall be (?:added|inserted)"
              r" (?:an?|the following)(?: new)?)\s+(?P<added>%unit%(?:\s+%number%(?=[\s,:.]|$)"
              r"(?:\s*(?:,|and|to|–)\s*%number%(?=[\s,:.]|$))*)?)",
        "lv": r"\b(?:ar|pievieno\w*) (?:(?:šād\w+|jaun\w+) )*(?P<added>(?:[\w.,)–¹²³-]+ )*?%unit%)",
        "uk": r"(?P<added>(?:%named%)(?: \d+[\d–, -]*(?:(?: і | та )\d+)?"
              r"| [а-яіїє]\)(?:–[а-яіїє]\)| і [а-яіїє]\))?)?)",
    },
    "sentence": {
        "en": r"\b(?:(?:the following|a)(?: new)? (?:%nth% )?sentences?|sentences?:)",
        "lv": r"\bar (?:(?:šād\w+|jaun\w+|otr\w+|treš\w+|ceturt\w+) )*teikum\w+",
        "uk": r"\b(?:(?:нов|так|друг|трет|четверт)\w+ )*реченн(?:ям|ями)\b",
    },
    "next": {
        "en": r"\b(?:(?P<before>before)|after|following) (?:the )?%nth%(?: \w+)? sentence",
        "lv": r"\b(?:(?P<before>pirms)|aiz|pēc) \S+ teikum\w*",
        "uk": r"\b(?:(?P<before>перед)|після) \w+ реченн\w+",
    },
    "several": {"en": r"\b(?:articles|sections|paragraphs|points|recitals)\b", "lv": r"(?:iem|ām)\b",
                "uk": r"ами\b"},
    "everywhere": {
        "en": r"\b(?:wherever|throughout|each time|in each case|everywhere|in every place|in all cases)\b",
        "lv": r"\b(?:visur|visā (?:tekstā|līgumā|līguma tekstā)|attiecīgā (?:locījumā|skaitlī)"
              r"|attiecīgajā locījumā)\b",
        "uk": r"\b(?:по (?:всьому )?тексту|у (?:всьому )?тексті|усюди|всюди|у всіх відмінках)\b",
    },
    "first": {"en": r"\bat the (?:beginning|start)\b", "lv": r"\bsākumā\b", "uk": r"\bна початку\b"},
}  # fmt: skip

_CHANGE, _COMES, _GOES = Deed.REPLACE_WORDS, Deed.INSERT_WORDS, Deed.DELETE_WORDS
_BESIDE = {True: Relation.BEFORE, False: Relation.AFTER}

# What becomes of words: the deed, whether new words stand before the old, and the sentence that says so.
_WORD_DEEDS: dict[str, tuple[tuple[Deed, bool, str], ...]] = {
    "en": (
        (_CHANGE, False, r"%new% %be% substituted for %some%%old%"),
        (_CHANGE, False, r"%old%,?[^⟦]*? (?:%be% )?(?:replaced|substituted)[^⟦]*?%new%"),
        (_CHANGE, False, r"%old% shall (?:now )?read:? %new%"),
        (_CHANGE, False, r"\bfor %some%%old%,?[^⟦]*?(?:there shall be substituted )?%some%%new%"
                         r"(?: %be% substituted)?"),
        (_COMES, True, r"\bbefore %some%%old%,?[^⟦]*?%new%,? %be% %come%"),
        (_COMES, False, r"\b(?:after|following) %some%%old%,?[^⟦]*?%new%,? %be% %come%"),
        (_COMES, False, r"\b(?:after|following) %some%%old%,?[^⟦]*?(?:%be% %come%|(?:add|insert)\b)"
                        r"[^⟦]*?%new%"),
        (_COMES, True, r"%new%,? %be% %come% (?:immediately )?before %some%%old%"),
        (_COMES, False, r"%new%,? %be% %come% (?:immediately )?(?:after|following) %some%%old%"),
        (_GOES, False, r"%old%,?[^⟦]*? %be% %gone%"),
        (_CHANGE, False, r"\b(?:replac|substitut)(?:ing|e) %some%%old%[^⟦]*? (?:by|with) %some%%new%"),
        (_COMES, True, r"\b(?:insert|add)(?:ing)? %some%%new% before %some%%old%"),
        (_COMES, False, r"\b(?:insert|add)(?:ing)? %some%%new% after %some%%old%"),
        (_GOES, False, r"\b(?:delet|omitt?|remov)(?:ing|e)? %some%%old%"),
    ),
    "lv": (
        (_COMES, True, r"\bpirms %some%%old%[^⟦]*?%new%"),
        (_COMES, False, r"\b(?:aiz|pēc) %some%%old%[^⟦]*?%new%"),
        (_CHANGE, False, r"%old%[^⟦]*? (?:ar|uz) %some%%new%"),
        (_GOES, False, r"%gone%[^⟦]*%old%"),
        (_GOES, False, r"%old%[^⟦]*%gone%"),
    ),
    "uk": (
        (_COMES, True, r"\bперед %some%%old%[^⟦]*?%new%"),
        (_COMES, False, r"\bпісля %some%%old%[^⟦]*?%new%"),
        (_CHANGE, False, r"%old%[^⟦]*?замін\w+[^⟦]*?%new%"),
        (_CHANGE, False, r"замін\w+[^⟦]*?%old%[^⟦]*? на [^⟦]*?%new%"),
        (_GOES, False, r"%old%[^⟦]*%gone%"),
        (_GOES, False, r"%gone%[^⟦]*%old%"),
    ),
}  # fmt: skip

# A noun without a number, by the kind of unit it names; the longer words first.
_NOUNS: dict[str, tuple[tuple[str, Kind], ...]] = {
    "en": (("articles?", Kind.ARTICLE), ("sections?", Kind.SECTION), ("sub-?paragraphs?", Kind.SUBPARAGRAPH),
           ("paragraphs?", Kind.PARAGRAPH), ("points?|items?", Kind.POINT), ("annex", Kind.ANNEX),
           ("recitals?", Kind.RECITAL), ("chapters?", Kind.CHAPTER)),
    "lv": (("pant", Kind.ARTICLE), ("apakšpunkt", Kind.SUBPARAGRAPH), ("punkt|rindkop", Kind.PARAGRAPH),
           ("sadaļ", Kind.SECTION), ("pielikum", Kind.ANNEX), ("apsvērum", Kind.RECITAL),
           ("nodaļ", Kind.CHAPTER)),
    "uk": (("статт", Kind.ARTICLE), ("підпункт", Kind.SUBPARAGRAPH), ("пункт|абзац|частин", Kind.PARAGRAPH),
           ("розділ", Kind.SECTION), ("додатк", Kind.ANNEX), ("глав", Kind.CHAPTER)),
}  # fmt: skip
_PLACE_FIRST = {"en": True, "lv": False, "uk": False}


@dataclass(frozen=True, slots=True)
class WordDeed:
    """A sentence about words: `old` are those that stand there, `new` those that come."""

    deed: Deed
    relation: Relation
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """What to look for in one language.

    `amends` finds any instruction, `surely` one that cannot be anything else, `begins` one at the start of
    a paragraph, `leads` a paragraph that leads a list, `titled` a heading that names what is amended, `own`
    the protocol speaking of itself. `beside` finds the unit that new units stand next to, `added` what is
    new, `sentence` new sentences and `next` the sentence they stand next to. `place_first` tells that a
    place stands before the verb.
    """

    amends: re.Pattern[str]
    surely: re.Pattern[str]
    begins: re.Pattern[str]
    leads: re.Pattern[str]
    titled: re.Pattern[str]
    own: re.Pattern[str]
    words: re.Pattern[str]
    renumber: re.Pattern[str]
    move: re.Pattern[str]
    insert: re.Pattern[str]
    replace: re.Pattern[str]
    delete: re.Pattern[str]
    beside: re.Pattern[str]
    added: re.Pattern[str]
    sentence: re.Pattern[str]
    next: re.Pattern[str]
    several: re.Pattern[str]
    everywhere: re.Pattern[str]
    first: re.Pattern[str]
    word_deeds: tuple[WordDeed, ...]
    nouns: tuple[tuple[re.Pattern[str], Kind], ...]
    place_first: bool

    def kind_of(self, words: str) -> Kind | None:
        """The kind of unit a noun without a number names."""
        return next((kind for noun, kind in self.nouns if noun.search(words)), None)


def _compiled(template: str, language: str) -> re.Pattern[str]:
    """A pattern with the words of a language in it; words may be made of others."""
    words = {**_VOCABULARY[language], "old": r"⟦(?P<old>\d+)⟧", "new": r"⟦(?P<new>\d+)⟧"}
    while named := re.search(r"%(\w+)%", template):
        template = template.replace(named[0], words[named[1]])
    return re.compile(template, re.IGNORECASE)


def _cues(language: str) -> Cues:
    return Cues(
        **{name: _compiled(templates[language], language) for name, templates in _SIGNS.items()},
        word_deeds=tuple(
            WordDeed(deed, _BESIDE[before], _compiled(template, language))
            for deed, before, template in _WORD_DEEDS[language]
        ),
        nouns=tuple((_compiled(rf"\b(?:{noun})", language), kind) for noun, kind in _NOUNS[language]),
        place_first=_PLACE_FIRST[language],
    )


CUES: dict[str, Cues] = {language: _cues(language) for language in _VOCABULARY}
