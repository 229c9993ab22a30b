"""What a passage looks like by itself: how much of a heading, how much of a sentence.

The scores are sums of small weights, positive for yes. Nothing is decided here; `heads` and `paragraphs` put
them together with the numbering and the neighbours.
"""

from __future__ import annotations

import re

from workbench.recognition.lines import Passage

_FINITE = re.compile(
    r"\b(?:shall|will|may|must|should|is|are|was|were|has|have|had|can|cannot|agrees?|undertakes?|intends?"
    r"|reaffirms?|recogni[sz]es?|applies|apply|ensures?|welcomes?|continues?|commits?|condemns?|strives?"
    r"|tiek|tiks|būs|var|nav|bija|vēlas|plāno|atzīst|apņemas|apliecina|uzsver|turpinās|veicinās"
    r"|sadarbosies|nodrošinās|sniegs|stājas"
    r"|є|буде|будуть|може|можуть|має|мають|повинн\w+|здійснює|здійснюють|набирає|зобов\S+ються|"
    r"підтверджу\w+ть"
    r"|есть|будет|будут|может|могут|является|являются|должн\w+|yra|gali|turi|bus|võib|peab|jest|są|może"
    r"|będzie|ist|sind|wird|werden|kann|est|sont|peut|doit|sera|seront|zijn|wordt|zal|zullen|es|son|"
    r"será|podrá)\b",
    re.IGNORECASE,
)
_UKRAINIAN_VERB = re.compile(r"(?:ють|уть|ять|ються|уться|яться|ється)\b")
_IR = re.compile(r"\bir\b", re.IGNORECASE)  # "is" in Latvian, "and" in Lithuanian: headings are short
_SUBJECT = re.compile(
    r"(?:the |each |either |both |all |any |neither |no )?(?:contracting |high contracting |"
    r"states? )*(?:parties|party|participants?|sides|state|states|governments?|agreement)\b"
    r"|(?:this|these|such|in|for|where|if|when|upon|to|as|subject|nothing|notwithstanding)\b|"
    r"dalībniek|puses|сторон|учасник",
    re.IGNORECASE,
)
_PARENTHESES = re.compile(r"\([^()]{4,120}\)$|\[[^\[\]:●•_]{4,120}\]$")
_LABEL = re.compile(r"[(\[](?:[ivxl]+|\d+|signed|sgd?)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_LOOK = 1000  # signs of a passage that are looked at: the answer stands long before


def finite(text: str) -> bool:
    """Whether a text holds a verb that makes a sentence (of those agreements use)."""
    if _FINITE.search(text) or _UKRAINIAN_VERB.search(text):
        return True
    return "ir" in text and len(text.split()) > 4 and bool(_IR.search(text))


def sentence_like(text: str) -> float:
    """How much a text reads as a sentence of its own rather than as a phrase or title."""
    score = 0.0
    if finite(text[:_LONGEST_LOOK]):
        score += 1.5
    if _SUBJECT.match(text):
        score += 1.0
    if text.endswith("."):
        score += 1.0
    if len(text) > 200:
        score += 1.0
    return score


def heading_like(passage: Passage, text: str | None = None) -> float:
    """How much a passage looks like a heading: short, no point, set off. Above 2 is likely, above 3 sure."""
    words = passage.plain if text is None else text
    if _PARENTHESES.match(words) and not _LABEL.match(words):
        words = words[1:-1]
    words = words.strip()
    if not words or (words[0] in "_([{<" and not passage.bold):
        return -2.0
    last = words[-1]
    words = words[:_LONGEST_LOOK]
    count = len(words.split())
    score = 0.0
    if last in ".;":
        score -= 2.0
    elif last in ":,":
        score -= 3.0
    else:
        score += 1.5
    if len(words) > 220 or count > 30:
        score -= 4.0
    elif len(words) > 130:
        score -= 1.0
    elif count <= 12:
        score += 1.0
    letter = next((sign for sign in words if sign.isalpha()), "")
    if letter and not letter.isupper():
        score -= 2.0
    if words.isupper() and count > 0:
        score += 1.5
    elif count > 2 and _title_case(words):
        score += 0.7
    if passage.bold:
        score += 1.5
    if passage.outline is not None:
        score += 3.0
    if passage.centred:
        score += 1.0
    if passage.styled is not None:
        score += 3.0 if passage.styled else -4.0
    if finite(words):
        score -= 1.2
    if not letter:
        score -= 3.0
    return score


def _title_case(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
