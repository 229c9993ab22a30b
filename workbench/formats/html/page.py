"""What of a saved page is its text: menus, banners, forms and whatever else stands round it are left out.

Nothing is left out for its name alone: what holds a large part of all words is the text, whatever its maker
called it ("content with-sidebar").
"""

from __future__ import annotations

import re

from lxml import etree, html

from workbench.agreement.quoting import on_one_line

STRIPPED = (
    "script style noscript template iframe frame svg select option button input textarea label object "
    "embed video audio canvas map datalist"
).split()
"""Elements that never hold words of a text."""
_AROUND = frozenset("nav footer aside menu dialog".split())
_ROLES = frozenset(
    "navigation banner contentinfo search menu menubar complementary dialog alertdialog toolbar "
    "tablist".split()
)
_NAMES = frozenset(
    "nav navbar navigation menu menus submenu breadcrumb breadcrumbs cookie cookies cookiebar consent "
    "gdpr footer sidebar share sharing social skip skiplink toolbar search login pagination pager "
    "popup modal tooltip banner noprint advert advertisement newsletter feedback".split()
)
_NAMED = frozenset("div ul ol section table td tr p span a li center font header".split())
_LISTS = frozenset("ul ol table td div".split())
_WORDS = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TEXT_SHARE = 0.4  # what holds more of all words is the text
_LINK_SHARE = 0.85  # of the words of a menu stand in links
_MENU_LINKS = 4
_EFFORT = 40  # times the length of the page that may be spent on looking at parts of it


class Page:
    """The body of a page, and which elements are no part of its text."""

    def __init__(self, root: html.HtmlElement) -> None:
        etree.strip_elements(root, etree.Comment, *STRIPPED, with_tail=False)
        body = root.find("body")
        self.body: html.HtmlElement = body if body is not None else root
        self._total = max(len(_plain(self.body)), 1)
        self._left = _EFFORT * self._total + 100_000
        self.start = self._start()

    def left_out(self, element: html.HtmlElement) -> bool:
        """Whether an element is no part of the text."""
        tag = element.tag
        if _unseen(element) or tag in _AROUND or element.get("role") in _ROLES:
            return self._small(element)
        if tag == "header":
            # The head of a page; that of an article holds its title.
            return element.find(".//h1") is None and self._small(element)
        if tag in _NAMED and _named(element):
            return self._small(element)
        return tag in _LISTS and self._is_menu(element)

    def _start(self) -> html.HtmlElement:
        for element in self.body.iter("main", "article", "div", "section"):
            if element.tag in ("div", "section") and element.get("role") != "main":
                continue
            if not self._small(element, 0.5):
                return element
        return self.body

    def _is_menu(self, element: html.HtmlElement) -> bool:
        """Links and hardly anything else."""
        if element.tag == "div" and element.getparent() is not None and len(element) > 60:
            return False
        links = element.findall(".//a") if self._left > 0 else []
        self._left -= len(links)
        if len(links) < _MENU_LINKS or element.find(".//p") is not None:
            return False
        if not self._small(element):
            return False
        words = len(_plain(element))
        linked = sum(len(_plain(link)) for link in links)
        self._left -= 2 * words
        return linked >= _LINK_SHARE * words and words / len(links) < 60

    def _small(self, element: html.HtmlElement, share: float = _TEXT_SHARE) -> bool:
        if self._left <= 0:  # hostile nesting; a menu too many is the lesser evil
            return False
        size = len(_plain(element))
        self._left -= size
        return size < share * self._total


def _plain(element: html.HtmlElement) -> str:
    return on_one_line(str(element.text_content()))


def _unseen(element: html.HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_UNSEEN.search(element.get("style") or ""))
    )


def _named(element: html.HtmlElement) -> bool:
    """Whether a class or the id names it as a part of the page around the text."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return any(word.casefold() in _NAMES for word in _WORDS.findall(names))
