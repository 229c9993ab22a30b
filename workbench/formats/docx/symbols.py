"""The signs of Word's symbol fonts as Unicode.

A run in such a font, and `w:sym`, name a glyph by its place in the font, often moved to the private area from
U+F000. Adobe's Symbol encoding and the Wingdings signs that texts use (boxes, ticks, bullets, arrows).
"""

from __future__ import annotations

_SYMBOL = " !∀#∃%&∋()∗+,–./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_UPPER = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\x00〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_FIGURES = "①②③④⑤⑥⑦⑧⑨⑩"
_WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x46: "☞", 0x6C: "●", 0x6D: "❍", 0x6E: "■",
    0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "⌧", 0x9E: "·",
    0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDC: "➲", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF3: "⬄", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
    **{0x81 + place: sign for place, sign in enumerate(_FIGURES)},
}  # fmt: skip
# Where a file names no font, what this glyph is in the fonts that lists use.
_UNNAMED = {0xA7: "▪", 0xA8: "□", 0xFC: "✓", 0xD8: "➢", 0xE0: "→", 0xFE: "☑", 0xFD: "☒"}
_PRIVATE = 0xF000


def is_symbol_font(font: str | None) -> bool:
    """Whether the letters typed in this font are signs."""
    return font is not None and font.casefold().startswith(("symbol", "wingdings", "webdings"))


def sign(code: int, font: str | None) -> str:
    """The sign of a glyph; a bullet where the font has one of no meaning in a text."""
    place = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    name = (font or "").casefold()
    if name.startswith(("wingdings", "webdings")):
        return _WINGDINGS.get(place, "•" if name != "wingdings" or place > 0x20 else " ")
    if name.startswith("symbol") or code >= _PRIVATE:
        if not name.startswith("symbol") and place in _UNNAMED:
            return _UNNAMED[place]
        if 0x20 <= place < 0x20 + len(_SYMBOL):
            return _SYMBOL[place - 0x20]
        if 0xA0 <= place < 0xA0 + len(_SYMBOL_UPPER):
            return _SYMBOL_UPPER[place - 0xA0].strip("\x00")
        return "•" if code >= _PRIVATE else ""
    return chr(code)


def as_read(words: str, font: str | None) -> str:
    """The words of a run in a symbol font, or with signs from the private area."""
    if is_symbol_font(font):
        return "".join(sign(ord(letter), font) if letter != " " else " " for letter in words)
    return "".join(sign(ord(letter), None) if "\uf020" <= letter <= "\uf0ff" else letter for letter in words)
