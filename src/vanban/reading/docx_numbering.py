"""Automatic numbers of Word paragraphs ("Điều 1.", "1.", "a)"), computed as Word prints them.

ECMA-376 part 1, 17.9: a paragraph names a list (`numId`) and a level, by itself or through its style; the list's
abstract definition says how each level counts and is written.
"""

from lxml import etree

from vanban.reading.docx_package import W

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class _Level:
    """One level of a list: first number, format, pattern, whether it is written in Arabic digits throughout."""

    def __init__(self, element: etree._Element) -> None:
        self.start = int(_value(element, "start") or "1")
        self.format = _value(element, "numFmt") or "decimal"
        self.pattern = _value(element, "lvlText") or ""
        self.legal = element.find(f"{W}isLgl") is not None
        restart = _value(element, "lvlRestart")
        self.restart = int(restart) if restart is not None else None
        self.style = _value(element, "pStyle")


class Numbering:
    """The counters of one document; `number` must be asked once for each paragraph, in order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._begun: set[tuple[str, int]] = set()
        self._counts: dict[str, dict[int, int]] = {}
        self._of_style: dict[str, tuple[str | None, int | None]] = {}
        self._parents: dict[str, str] = {}
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None and self._lists:
            self._read_styles(styles)

    def number(self, properties: etree._Element | None) -> str:
        """The number that Word prints before the paragraph with these properties ("" for none)."""
        if not self._lists or properties is None:
            return ""
        list_id, level = self._place(properties)
        levels = self._abstract.get(self._lists.get(list_id or "", ""), {})
        if list_id is None or level not in levels:
            return ""
        return self._next(list_id, level, levels)

    def _place(self, properties: etree._Element) -> tuple[str | None, int]:
        """List and level of a paragraph: its own, else those of its style or of a style that it is based on."""
        list_id = level = None
        own = properties.find(f"{W}numPr")
        if own is not None:
            list_id, level = _value(own, "numId"), _value(own, "ilvl")
        style: str | None = _value(properties, "pStyle")
        for _ in range(20):
            if style is None or (list_id is not None and level is not None):
                break
            of_list, of_level = self._of_style.get(style, (None, None))
            if list_id is None and of_list is not None:
                list_id = of_list
                if level is None:
                    level = str(self._level_of_style(of_list, style, of_level or 0))
            style = self._parents.get(style)
        return (None if list_id == "0" else list_id), int(level or 0)

    def _level_of_style(self, list_id: str, style: str, given: int) -> int:
        levels = self._abstract.get(self._lists.get(list_id, ""), {})
        return next((number for number, level in levels.items() if level.style == style), given)

    def _next(self, list_id: str, level: int, levels: dict[int, _Level]) -> str:
        counts = self._counts.setdefault(self._lists[list_id], {})
        if (list_id, level) in self._starts and (list_id, level) not in self._begun:
            counts[level] = self._starts[list_id, level]
        else:
            counts[level] = counts.get(level, levels[level].start - 1) + 1
        self._begun.add((list_id, level))
        for deeper in [number for number in counts if number > level]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart > 0 and level < restart):
                del counts[deeper]
        here = levels[level]
        if here.format == "bullet":
            return "-"
        if here.format == "none":
            return ""
        text = here.pattern
        for number in range(level + 1):
            if f"%{number + 1}" in text and number in levels:
                at = counts.get(number, levels[number].start)
                counts.setdefault(number, at)
                text = text.replace(f"%{number + 1}", _written(at, "decimal" if here.legal else levels[number].format))
        return text.strip()

    def _read_lists(self, numbering: etree._Element) -> None:
        for element in numbering.iterchildren(f"{W}abstractNum"):
            levels = {int(level.get(f"{W}ilvl", "0")): _Level(level) for level in element.iterchildren(f"{W}lvl")}
            self._abstract[element.get(f"{W}abstractNumId", "")] = levels
        for element in numbering.iterchildren(f"{W}num"):
            list_id = element.get(f"{W}numId", "")
            self._lists[list_id] = _value(element, "abstractNumId") or ""
            for override in element.iterchildren(f"{W}lvlOverride"):
                start = _value(override, "startOverride")
                if start is not None:
                    self._starts[list_id, int(override.get(f"{W}ilvl", "0"))] = int(start)

    def _read_styles(self, styles: etree._Element) -> None:
        for style in styles.iterchildren(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            based = _value(style, "basedOn")
            if based is not None:
                self._parents[name] = based
            of_list = style.find(f"{W}pPr/{W}numPr")
            if of_list is not None:
                level = _value(of_list, "ilvl")
                self._of_style[name] = (_value(of_list, "numId"), int(level) if level is not None else None)


def _value(element: etree._Element, child: str) -> str | None:
    found = element.find(f"{W}{child}")
    return found.get(f"{W}val") if found is not None else None


def _written(number: int, form: str) -> str:
    """A number in one of Word's formats; formats that legal texts do not use are written in digits."""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letters = _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman if form == "lowerRoman" else roman.upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)
