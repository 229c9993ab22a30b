"""Which case a form stands in, where the form alone leaves it open.

The word that governs it decides: a preposition, the name it is coordinated with, a verb before or behind
it, a noun behind it (Latvian genitives go before their noun). What remains is settled by the usual order of
a sentence, and the caller is told that it was not certain.
"""

from __future__ import annotations

import re

from workbench.agreement.declension import Case

N, G, D, A, I, L, V = Case  # noqa: E741 - the seven cases in their order

_PREPOSITIONS: dict[str, dict[str, tuple[Case, ...]]] = {
    "lv": {
        **dict.fromkeys(("aiz", "bez", "kopš", "no", "pēc", "pie", "pirms", "virs", "zem", "ārpus"), (G,)),
        **dict.fromkeys(("ap", "caur", "gar", "par", "pār", "pret", "starp"), (A,)),
        **dict.fromkeys(("līdz", "pretī", "pateicoties", "atbilstoši"), (D,)),
        "uz": (A, G),
        "ar": (I, A),
    },
    "uk": {
        **dict.fromkeys(
            ("від", "до", "для", "без", "щодо", "стосовно", "біля", "крім", "окрім", "проти", "після",
             "протягом", "серед", "внаслідок", "зі", "боку", "поза", "замість"), (G,),
        ),
        **dict.fromkeys(("з", "із"), (I, G)),
        **dict.fromkeys(("завдяки", "всупереч", "відповідно"), (D,)),
        **dict.fromkeys(("про", "через", "крізь"), (A,)),
        **dict.fromkeys(("між", "над", "перед"), (I,)),
        **dict.fromkeys(("за", "під"), (I, A)),
        **dict.fromkeys(("в", "у", "на"), (L, A)),
        **dict.fromkeys(("о", "об", "по", "при"), (L,)),
    },
}  # fmt: skip
_AND = {"lv": ("un", "vai"), "uk": ("та", "і", "й", "або")}
_VERB = {
    "lv": re.compile(
        r"(ne)?(ir|nav|tiek|tika|tikt|tiks|var|varēs|drīkst|būs|stājas|stāsies|paliek|zaudē|attiecas|nosaka|"
        r"paredz|aizstāj|ietekmē|rada|darbojas|kļūst|izriet|beidzas|turpina|atbilst|pieļauj|uzliek|piešķir|"
        r"sastāv|ietver|satur|veido|apstiprina|apliecina|apņemas|vienojas|informē|paziņo|sniedz|sadarbojas|"
        r"nodrošina|veicina|īsteno|izbeidz|jāīsteno|kalpo|skar|skaidro|vēlas|atzīst|plāno|sagatavo|lemj|nolemj|"
        r"nosūta|uztur|saņem|nodod|iesniedz|izsniedz|sedz|maksā|atļauj|lūdz|pieprasa|izmanto|ratificē|ieceļ|atbild|"
        r"pieņem|dara|aicina|garantē|pievienojas|norīko|izraugās|uzskata|patur|pienāk|pilnvaro|ievēro|uzņemas|saglabā|piemēro|groza|\w+(inās|ēs|sies|īs))"
    ),
    "uk": re.compile(
        r"(не|є|може|має|буде|будуть|можуть|мають|\w+(є|ють|ться|ать|ять|ить|ала|яла|ила|іла|ено|ано|ували|увала))"
    ),
}
_GOVERNS_ACCUSATIVE = {
    "lv": re.compile(r"\w+(ot|oties|jot)|\w*(grozīt|izbeigt|īstenot|piemērot|pārtraukt|apturēt|slēgt|"
                     r"atbalsta|informē|aizsargā|uzaicina|pārstāv|denonsēt|parakstīt|ievērot|papildināt|"
                     r"informēt|atbalstīt|aizsargāt|pagarināt)"),
    "uk": re.compile(r"\w+(ючи|ячи|увати|ити|ати|яти|вши)"),
}  # fmt: skip
_GOVERNS_DATIVE = re.compile(
    r"(адресован|надсил|надісл|направл|вруч|належ|надан|надав|надат|надає|надад|допомог|забезпеч|сприя|вдячн|переда|постав|нада|загрожу|загроз|протид)\w*"
)
# Finite verbs and impersonal forms, before which a name that may be a dative is one; save those that want
# the genitive, and nouns that end alike.
_GIVES = re.compile(
    r"(?!(?:май|міс|вік|зер|суд|полот|волок|авт|кі|дер|лі|віч)(?:но|то)$)\w{3,}(?:ено|ано|ято|уто|ито|іє|ює|ає|яє|ють|ить|ується)"
)
_GOVERNS_GENITIVE = re.compile(
    r"стосу|потребу|зазна|дотриму|вимага|набува|торка|прагн|уника|позбав|сягає|досяга|втрача"
)
# A clause whose object is its relative pronoun: a name behind its verb is the subject (про які дбає Італія).
_OBJECT_FIRST = {
    "lv": re.compile(r"\b(?:ko|(?:par|ar|no|uz|pēc)\s+(?:ko|kur\w+))\s+(?:ir\s+)?[\wāēīū]+\s+$"),
    "uk": re.compile(
        r"\b(?:(?:про|за|від|до|на|в|у|з|щодо)\s+як\w+|яку|яких|якого|якому|якою|якими)\s+[\w’]+\s+$"
    ),
}
_COPULA = ("ir", "nav", "būs", "kļūst", "bija")
_WORD = re.compile(r"[\w’'ʼ-]+")


def case_in(
    candidates: tuple[Case, ...],
    plain: str,
    extent: tuple[int, int],
    language: str,
    neighbours: tuple[tuple[int, int, tuple[Case, ...]], ...] = (),
) -> tuple[Case, bool]:
    """The case of the words of an extent among `candidates`, and whether the context settles it.

    `neighbours` are other declined names of the text with the cases they may stand in.
    """
    start, end = extent
    left = tuple(case for case in candidates if case is not V) or candidates
    if language not in _AND or len(left) == 1:
        return left[0], True
    before, left = _coordinated(left, plain, start, language, neighbours)
    left = _coordinated_after(left, plain, end, language, neighbours)
    if len(left) == 1:
        return left[0], True
    last = _last_word(plain[:before])
    if language == "uk" and N in left and re.search(r"(?<!\w)(?:м\.|міст[оаіу]|містом)\s*$", plain[:before]):
        return N, True
    if language == "uk" and last == "місті" and L in left:
        return L, True
    by_preposition = _PREPOSITIONS[language].get(last)
    if by_preposition:
        fitting = next((case for case in by_preposition if case in left), None)
        if language == "lv" and G in left and fitting is not None and before_its_noun(plain[end:]):
            return G, True
        if fitting is not None:
            return fitting, True
    if N in left and (last in _COPULA or _OBJECT_FIRST[language].search(plain[:before])):
        return N, True
    if L in left and language == "uk":
        left = tuple(case for case in left if case is not L) or left
    return _by_words(left, last, (plain[:before], plain[end:]), language)


def _by_words(left: tuple[Case, ...], last: str, around: tuple[str, str], language: str) -> tuple[Case, bool]:
    """By the word before and the word behind; `around` is the text on either side."""
    before, after = around
    following = _WORD.match(after.lstrip(" \u00a0["))
    touches = after[:1] in (" ", "\u00a0", "\n")
    behind = following.group().casefold() if following else ""
    if len(left) == 1:
        return left[0], True
    opens = not before.strip() or bool(re.search(r"[.;:!?]\s*$|\(\s*\w?\)\s*$", before))
    if N in left and behind and _VERB[language].fullmatch(behind):
        return N, True
    if A in left and _GOVERNS_ACCUSATIVE[language].fullmatch(last):
        return A, True
    if language == "uk" and D in left and G in left:
        dative = _GOVERNS_DATIVE.fullmatch(last) or (
            _GIVES.fullmatch(last) and not _GOVERNS_GENITIVE.match(last)
        )
        return (D, True) if dative else (G, bool(last))
    if language == "lv" and opens and A in left and _VERB["lv"].fullmatch(behind):
        return A, False  # an object that is named first: no genitive stands before its verb
    if language == "lv" and G in left and behind and touches:
        unlike = opens and re.fullmatch(r"un|vai|kā|kas|kura|kurš|par|ar|no", behind)
        return (N, False) if unlike else (G, True)
    if N in left and opens:
        return N, True
    if A in left and N in left:
        return (A, False) if _VERB[language].fullmatch(last) else (N, False)
    return left[0], False


def _coordinated(
    left: tuple[Case, ...],
    plain: str,
    start: int,
    language: str,
    neighbours: tuple[tuple[int, int, tuple[Case, ...]], ...],
) -> tuple[int, tuple[Case, ...]]:
    """Go back over *X un Y* to the first member; both stand in the same case."""
    before = start
    for _ in neighbours:
        links = (*_AND[language], ",")
        near = next((n for n in neighbours if n[1] <= before and plain[n[1] : before].strip() in links), None)
        if near is None:
            break
        common = tuple(case for case in left if case in near[2])
        left, before = common or left, near[0]
    return before, left


def _coordinated_after(
    left: tuple[Case, ...],
    plain: str,
    end: int,
    language: str,
    neighbours: tuple[tuple[int, int, tuple[Case, ...]], ...],
) -> tuple[Case, ...]:
    near = next((n for n in neighbours if n[0] >= end and plain[end : n[0]].strip() in _AND[language]), None)
    if near is None:
        return left
    return tuple(case for case in left if case in near[2]) or left


def joined_names(plain: str, one: tuple[int, int], other: tuple[int, int], language: str) -> bool:
    """Whether two names are joined by *and*."""
    first, second = sorted((one, other))
    return plain[first[1] : second[0]].strip() in _AND.get(language, ())


def governing(
    plain: str, start: int, language: str, neighbours: tuple[tuple[int, int, tuple[Case, ...]], ...] = ()
) -> str:
    """The word that governs a name, in small letters: the one before it or before those it is joined to."""
    return _last_word(plain[: _coordinated((), plain, start, language, neighbours)[0]])


def past_joined_names(
    plain: str, end: int, language: str, neighbours: tuple[tuple[int, int, tuple[Case, ...]], ...]
) -> int:
    """Where the last of the names ends that are joined to the one ending at `end`."""
    for start, stop, _ in neighbours:
        if start >= end and plain[end:start].strip() in _AND.get(language, ()):
            end = stop
    return end


# Endings of Latvian nouns in the cases that follow a preposition, and words that end so and are no nouns.
_NOUN = re.compile(r"\w+(?:as|es|us|is|a|u|i|s|am|im|um|ai|ei|iem|ām|ēm|īm)")
_NO_NOUN = re.compile(
    r"un|vai|bet|ja|ka|kas|kura|kuras|kuru|kurai|kurš|kuri|kam|kopā|kopīgi|tikai|arī|gan|par|no|ar|uz|pēc|pie|līdz|"
    r"tā|tas|to|tam|ne\w+i|\w+(?:ti|ski|dami|damās|damies|oši|gi)|(?!bruņot|apvienot|klasificēt)\w+t(?:a|ais|ās|ā|o|os|u|iem|"
    r"as|ajiem|ajām|ajos|ajās|ajai|ajam)"
)


def before_its_noun(after: str) -> bool:
    """Whether what stands behind a Latvian genitive is the noun it belongs to (*Latvijas | valdības*).

    A participle is none: in *no Latvijas saņemtās ziņas* the name is governed by the preposition.
    """
    found = re.match(r"[ \u00a0]\[?([^\W\d_]+)", after)  # the noun may be a placeholder
    if found is None:
        return False
    word = found.group(1).casefold()
    if _NO_NOUN.fullmatch(word) or _VERB["lv"].fullmatch(word):
        return False
    return bool(_NOUN.fullmatch(word)) or word in ("bruņoto", "apvienoto", "klasificēto", "nacionālo")


def is_preposition(word: str, language: str) -> bool:
    """Whether a word is a preposition that governs a case."""
    return bool(governed_by(word, language))


def governed_by(word: str, language: str) -> tuple[Case, ...]:
    """The cases a preposition governs, the most usual first; in Latvian those of the singular."""
    return _PREPOSITIONS.get(language, {}).get(word.casefold(), ())


def _last_word(before: str) -> str:
    found = re.search(r"([\w’'ʼ-]+)[\s\u00a0«“„\"(]*$", before)
    return found.group(1).casefold() if found else ""
