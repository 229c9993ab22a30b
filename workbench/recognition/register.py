"""Treaty or not: the profile of wording, counted. A mix is a finding, because only the lawyer decides."""

from __future__ import annotations

import re

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.tree import Kind, Register
from workbench.recognition.structure import Skeleton

MIXED = FindingKind(
    "recognition.mixed-register",
    Severity.INFO,
    "the wording mixes registers: treaty ({treaty}) and non-treaty ({political}); decide which is meant",
)

# No pattern begins with a word boundary: patterns that begin with letters are found many times faster.
_TREATY = {
    "shall": r" shall\b",
    "enter into force": r"ent(?:er|ers|ry) into force\b|stājas spēkā|набира\w+ чинності",
    "have agreed": (
        r"have agreed (?:as follows|on the following)|vienojušās par|домовилися про|погодилися про"
    ),
    "in witness whereof": r"in witness w?t?hereof|to apliecinot|на посвідчення чого",
    "registration": r"regist\w+ .{0,80}(?:united nations|article 102|charter)",
}
_POLITICAL = {
    "will": r" will\b",
    "Participants": r"Participants?\b|Dalībniek\w+|Учасник\w+",
    "come into effect": (
        r"(?:com(?:e|es|ing)|ent(?:er|ers)) into (?:effect|operation)\b|uzsākta piemērošana"
    ),
    "not legally binding": (
        r"not (?:legally binding|intended to create|eligible for registration)|nav juridiski saistoš|"
        r"не є юридично"
    ),
    "intend": r"(?:intend|strive|reaffirm|remain committed)s?\b|plāno\b|tieksies\b|centīsies\b",
}
_MOU = re.compile(r"memorandum|memorand|меморандум", re.IGNORECASE)


def read(skeleton: Skeleton) -> tuple[Register, list[Finding]]:
    """The register of the text, and a finding where the marks of both stand in it."""
    text = "\n".join(unit.plain for zone in skeleton.zones[1:4] for top in zone for unit in top.walk())
    small = " " + text.lower().replace("\n", " ")
    treaty = {name: len(re.findall(pattern, small)) for name, pattern in _TREATY.items()}
    political = {
        name: len(re.findall(pattern, text if name == "Participants" else small))
        for name, pattern in _POLITICAL.items()
    }
    articles = any(unit.kind is Kind.ARTICLE for top in skeleton.body for unit in top.walk())
    score = (
        (2.0 if articles else -1.0)
        + 1.5 * bool(treaty["have agreed"])
        + 1.0 * bool(treaty["in witness whereof"])
    )
    score += 0.5 * bool(treaty["enter into force"]) + bool(treaty["registration"])
    modal = treaty["shall"] - political["will"]
    score += max(-2.0, min(2.0, modal / 5))
    score -= 2.0 * (political["Participants"] > 2) + 0.7 * (political["Participants"] > 9)
    score -= 1.0 * bool(political["not legally binding"])
    title = " ".join(unit.plain for unit in skeleton.title)
    if _MOU.search(title):
        register = Register.TREATY if score > 3 and treaty["shall"] > political["will"] else Register.MOU
    else:
        register = Register.TREATY if score > 0 else Register.POLITICAL
    return register, _mix(treaty, political, articles, register)


def _mix(
    treaty: dict[str, int], political: dict[str, int], articles: bool, register: Register
) -> list[Finding]:
    signs = [name for name, count in treaty.items() if count]
    if articles:
        signs.append("articles")
    others = [name for name in ("Participants", "come into effect", "not legally binding") if political[name]]
    if political["will"] > max(3, treaty["shall"]):
        others.append("will")
    strong = [sign for sign in signs if sign != "enter into force" or register is Register.TREATY]
    mixed = len(strong) >= 2 and len(others) >= 2
    mixed |= register is not Register.TREATY and treaty["shall"] > 3 and bool(others)
    if mixed or ("articles" in strong and "Participants" in others):
        shown = [f"{name} {treaty[name]}" if name in treaty else name for name in signs]
        return [MIXED.at(treaty=", ".join(shown), political=", ".join(f"{n} {political[n]}" for n in others))]
    return []
