"""The words by which instructions of an amending protocol are known, in English, Latvian and Ukrainian."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.agreement.tree import Kind
from workbench.drafting.amending.instruction import Deed, Relation


@dataclass(frozen=True, slots=True)
class WordDeed:
    """A sentence about words: `old` are those that stand there, `new` those that come."""

    deed: Deed
    pattern: re.Pattern[str]
    relation: Relation = Relation.AFTER


@dataclass(frozen=True, slots=True)
class Cues:
    """What to look for in one language; quotations stand as ⟦0⟧, ⟦1⟧ in the sentence.

    `amends` finds any instruction, `surely` one that cannot be anything else, `begins` one at the start of
    a paragraph, `leads` a paragraph that leads a list. `beside` finds the unit that new units stand next
    to, `added` what is new. `place_first` tells that a place stands before the verb.
    """

    amends: re.Pattern[str]
    surely: re.Pattern[str]
    begins: re.Pattern[str]
    leads: re.Pattern[str]
    words: re.Pattern[str]
    word_deeds: tuple[WordDeed, ...]
    renumber: re.Pattern[str]
    insert: re.Pattern[str]
    replace: re.Pattern[str]
    delete: re.Pattern[str]
    beside: re.Pattern[str]
    added: re.Pattern[str]
    several: re.Pattern[str]
    nouns: tuple[tuple[re.Pattern[str], Kind], ...]
    place_first: bool = True

    def kind_of(self, words: str) -> Kind | None:
        """The kind of unit a noun without a number names."""
        return next((kind for noun, kind in self.nouns if noun.search(words)), None)


def _re(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE)


def _any(words: str) -> str:
    return "|".join(words.split())


def _nouns(**kinds: str) -> tuple[tuple[re.Pattern[str], Kind], ...]:
    return tuple((_re(rf"\b(?:{words})"), Kind(name)) for name, words in kinds.items())


_OLD, _NEW = r"⟦(?P<old>\d+)⟧", r"⟦(?P<new>\d+)⟧"
_CHANGE, _COMES, _GOES = Deed.REPLACE_WORDS, Deed.INSERT_WORDS, Deed.DELETE_WORDS

_BE = r"(?:shall(?: hereby)? be|(?:is|are)(?: hereby)?|be|will be)"
_W = r"(?:words?|phrases?|expressions?|terms?|figures?|numbers?|references?(?: to)?|names?|sentences?)"
_THE = rf"(?:the )?(?:{_W} )?"
_GONE = r"(?:deleted|repealed|omitted|removed|abrogated|struck out|suppressed)"
_COME = r"(?:inserted|added|included|supplemented)"
_DONE = rf"(?:replaced|substituted|amended|reworded|modified|{_GONE}|{_COME}|re-?numbered)"
_UNIT = r"(?:articles?|sections?|chapters?|(?:sub-?)?paragraphs?|points?|annex(?:es)?|recitals?)"
_NUM = r"\(?[\dIVXa-z]{1,4}\)?(?: (?:bis|ter))?"
_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+th)"

_ENGLISH = Cues(
    amends=_re(
        rf"\b{_BE} {_DONE}\b|\bshall (?:now )?(?:read|become|have the following wording)\b",
        r"|\bthere shall be (?:added|inserted)\b",
    ),
    surely=_re(rf"\b{_BE} (?:{_GONE}|renumbered|replaced by|reworded|substituted)\b|\b{_W} ⟦"),
    begins=_re(
        r"^(?:in |the )?(?:(?:text|title|preamble|heading|first|second|third|fourth|words?|following) ",
        rf"|article|paragraph|section|annex|after|before|a new).{{0,160}}?(?:{_BE} {_DONE}\b|shall read)",
    ),
    leads=_re(
        rf"(?:{_BE} (?:hereby )?(?:amended|modified)(?: as follows| in the following manner)?",
        r"|following (?:amendments?|changes)[^:]*)\s*:\s*$",
        r"|^in (?:article|section|annex|paragraph)[^:]{0,60}:\s*$",
        r"|^(?:article|section|annex|paragraph)[^:,]{0,40}:\s*$",
    ),
    words=_re(rf"\b(?:{_W})\s*(?:of\s+)?⟦|\bfor ⟦\d+⟧"),
    word_deeds=(
        WordDeed(_CHANGE, _re(rf"{_NEW} {_BE} substituted for {_THE}{_OLD}")),
        WordDeed(
            _CHANGE, _re(rf"{_OLD},? (?:wherever[^⟦]*?,? )?(?:{_BE} )?(?:replaced|substituted)[^⟦]*?{_NEW}")
        ),
        WordDeed(_CHANGE, _re(rf"\bfor {_THE}{_OLD},?[^⟦]*?{_NEW} {_BE} substituted")),
        WordDeed(_COMES, _re(rf"\bbefore {_THE}{_OLD},?[^⟦]*?{_NEW},? {_BE} {_COME}"), Relation.BEFORE),
        WordDeed(_COMES, _re(rf"\b(?:after|following) {_THE}{_OLD},?[^⟦]*?{_NEW},? {_BE} {_COME}")),
        WordDeed(
            _COMES, _re(rf"{_NEW},? {_BE} {_COME} (?:immediately )?before {_THE}{_OLD}"), Relation.BEFORE
        ),
        WordDeed(_COMES, _re(rf"{_NEW},? {_BE} {_COME} (?:immediately )?(?:after|following) {_THE}{_OLD}")),
        WordDeed(_GOES, _re(rf"{_OLD},?[^⟦]*? {_BE} {_GONE}")),
        WordDeed(_CHANGE, _re(rf"\b(?:replacing|substituting) {_THE}{_OLD} (?:by|with) {_THE}{_NEW}")),
        WordDeed(_COMES, _re(rf"\b(?:inserting|adding) {_THE}{_NEW} before {_THE}{_OLD}"), Relation.BEFORE),
        WordDeed(_COMES, _re(rf"\b(?:inserting|adding) {_THE}{_NEW} after {_THE}{_OLD}")),
        WordDeed(_GOES, _re(rf"\b(?:deleting|omitting|removing) {_THE}{_OLD}")),
    ),
    renumber=_re(
        rf"\b{_BE} re-?numbered(?: accordingly)?(?: respectively)?(?: as| to)?",
        r"|\bshall(?: respectively)? become\b",
    ),
    insert=_re(
        rf"\b{_BE} (?:newly )?{_COME}\b|\bthere shall be (?:added|inserted)\b|^(?:insert|add)\b",
        r"|\bby (?:adding|inserting|the (?:addition|insertion) of)\b",
    ),
    replace=_re(
        rf"\b{_BE} (?:hereby )?(?:replaced|substituted|reworded|amended to read|amended)\b",
        r"|\bshall (?:now )?(?:read|have the following wording)\b",
    ),
    delete=_re(rf"\b{_BE} (?:hereby )?{_GONE}\b|\bby deleting\b"),
    beside=_re(
        r"\b(?:(?P<before>before)|after|(?<!the )following) ",
        rf"(?P<place>(?:the )?(?:{_NTH} \w+|{_UNIT}(?: \(?[\w.]+\)?(?: (?:bis|ter))?)?)(?:\(\w+\))*",
        rf"(?:(?:,| of) (?:the )?(?:{_UNIT}|preamble)(?: \(?[\w.]+\)?(?:\(\w+\))*)?)*)",
    ),
    added=_re(
        r"(?:a new|the following(?: new)?|new|\ban",
        r"|there shall be (?:added|inserted) (?:an?|the following)(?: new)?)",
        rf"\s+(?P<added>{_UNIT}(?:\s+{_NUM}(?=[\s,:.])(?:\s*(?:,|and|to|–)\s*{_NUM}(?=[\s,:.]))*)?)",
    ),
    several=_re(r"\b(?:articles|sections|paragraphs|points|recitals)\b"),
    nouns=_nouns(
        article="articles?",
        section="sections?",
        subparagraph="sub-?paragraphs?",
        paragraph="paragraphs?",
        point="points?|items?",
        annex="annex",
        recital="recitals?",
        chapter="chapters?",
    ),
)

_LVW = r"(?:vārd\w+(?: savienojum\w*)?|skait\w+|teikum\w+|frāz\w+|atsauc\w+)"
_LVU = r"(?:pant|punkt|apakšpunkt|sadaļ|nodaļ|pielikum|apsvērum|rindkop|daļ)\w+"
_LVV = _any(
    "aizstāt aizstāj aizstājot izteikt izsaka papildināt papildina svītrot svītro iekļaut iekļauj uzskatīt "
    "uzskata izslēgt izslēdz izdarīt"
)
_LATVIAN = Cues(
    amends=_re(rf"\b(?:{_LVV})\b"),
    surely=_re(rf"\b(?:svītrot|svītro|izteikt šādā|{_LVW} ⟦)"),
    begins=_re(rf"^.{{0,120}}\b(?:{_LVV})\b"),
    leads=_re(
        r"(?:šādus grozījumus|šādi grozījumi|grozīt šādi)[^:]*:\s*$",
        r"|^[\w\s.]{0,60}(?:pantā|punktā|pielikumā|sadaļā):\s*$",
    ),
    words=_re(rf"\b{_LVW} ⟦"),
    word_deeds=(
        WordDeed(_COMES, _re(rf"\bpirms (?:{_LVW} )?{_OLD}[^⟦]*?{_NEW}"), Relation.BEFORE),
        WordDeed(_COMES, _re(rf"\b(?:aiz|pēc) (?:{_LVW} )?{_OLD}[^⟦]*?{_NEW}")),
        WordDeed(_CHANGE, _re(rf"{_OLD}[^⟦]*? (?:ar|uz) (?:{_LVW} )?{_NEW}")),
        WordDeed(_GOES, _re(rf"(?:svītro\w*|izslē\w+)[^⟦]*{_OLD}")),
        WordDeed(_GOES, _re(rf"{_OLD}[^⟦]*(?:svītro|izslē)")),
    ),
    renumber=_re(r"\buzskat\w+(?: attiecīgi)? par\b"),
    insert=_re(r"\b(?:papildināt|papildina|iekļaut|iekļauj)\b"),
    replace=_re(r"\b(?:izteikt|izsaka|aizstāt|aizstāj)\b"),
    delete=_re(r"\b(?:svītro\w*|izslē\w+)\b"),
    beside=_re(rf"\b(?:(?P<before>pirms)|aiz|pēc) (?P<place>(?:[\w.,)]+ ){{1,6}}?{_LVU})"),
    added=_re(rf"\bar (?:(?:šād\w+|jaun\w+) )*(?P<added>(?:[\w.,)–]+ )*?{_LVU})"),
    several=_re(r"(?:iem|ām)\b"),
    nouns=_nouns(
        article="pant",
        subparagraph="apakšpunkt",
        paragraph="punkt|rindkop",
        section="sadaļ",
        annex="pielikum",
        recital="apsvērum",
        chapter="nodaļ",
    ),
    place_first=False,
)

_UKW = r"(?:слов\w*|словосполучен\w*|цифр\w*|числ\w*|речен\w*|фраз\w*|термін\w*)"
_UKU = r"(?:статт|пункт|підпункт|розділ|глав|додатк|абзац|частин|преамбул)\w*"
_UKV = _any(
    "замінити замінюється замінюються викласти викладається викладаються доповнити доповнюється доповнюються "
    "виключити вилучити виключається вилучається виключаються вилучаються вважати внести"
)
_UKI = _any(
    "статтею статтями пунктом пунктами підпунктом підпунктами розділом розділами главою главами додатком "
    "додатками абзацом абзацами частиною частинами"
)
_UKRAINIAN = Cues(
    amends=_re(rf"\b(?:{_UKV})\b"),
    surely=_re(rf"\b(?:виключити|вилучити|викласти|{_UKW} ⟦)"),
    begins=_re(rf"^.{{0,120}}\b(?:{_UKV})\b"),
    leads=_re(r"(?:такі|наступні) зміни[^:]*:\s*$|^(?:у|в) (?:статті|пункті|додатку|розділі)[^:]{0,40}:\s*$"),
    words=_re(rf"\b{_UKW} ⟦"),
    word_deeds=(
        WordDeed(_COMES, _re(rf"\bперед (?:{_UKW} )?{_OLD}[^⟦]*?{_NEW}"), Relation.BEFORE),
        WordDeed(_COMES, _re(rf"\bпісля (?:{_UKW} )?{_OLD}[^⟦]*?{_NEW}")),
        WordDeed(_CHANGE, _re(rf"{_OLD}[^⟦]*?замін\w+[^⟦]*?{_NEW}")),
        WordDeed(_CHANGE, _re(rf"замін\w+[^⟦]*?{_OLD}[^⟦]*? на [^⟦]*?{_NEW}")),
        WordDeed(_GOES, _re(rf"{_OLD}[^⟦]*(?:виключ|вилуч)")),
        WordDeed(_GOES, _re(rf"(?:виключ\w+|вилуч\w+)[^⟦]*{_OLD}")),
    ),
    renumber=_re(r"\bвважати(?:,? відповідно,?)?"),
    insert=_re(r"\b(?:доповнити|доповнюється|доповнюються)\b"),
    replace=_re(r"\b(?:викласти|викладається|викладаються|замінити)\b"),
    delete=_re(r"\b(?:виключити|вилучити|виключається|вилучається|виключаються|вилучаються)\b"),
    beside=_re(rf"\b(?:(?P<before>перед)|після) (?P<place>{_UKU} [\w.)]+(?: {_UKU} ?(?:\d+)?)*)"),
    added=_re(
        rf"(?P<added>(?:{_UKI})(?: \d+[\d–, ]*(?:(?: і | та )\d+)?",
        r"| [а-яіїє]\)(?:–[а-яіїє]\)| і [а-яіїє]\))?)?)",
    ),
    several=_re(r"ами\b"),
    nouns=_nouns(
        article="статт",
        subparagraph="підпункт",
        paragraph="пункт|абзац|частин",
        section="розділ",
        annex="додатк",
        chapter="глав",
    ),
    place_first=False,
)

CUES: dict[str, Cues] = {"en": _ENGLISH, "lv": _LATVIAN, "uk": _UKRAINIAN}
